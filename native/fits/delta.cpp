#include "fits/delta.h"

#include <array>
#include <cmath>
#include <utility>

namespace wavemill::fits {

namespace {

constexpr std::size_t kMost = 3;
constexpr double kStep = 1e-4;  // of a parameter, relative: second differences are then good to some six digits

using Vector = std::array<double, kMost>;
using Matrix = std::array<Vector, kMost>;

/// xᵀ·A⁻¹·x of the leading `n` by elimination; nothing where A is not positive definite.
std::optional<double> quadratic_of_inverse(Matrix a, const Vector& x, std::size_t n) {
  Vector y = x;
  double sum = 0.0;
  for (std::size_t k = 0; k < n; ++k) {
    if (!(a[k][k] > 0.0)) return std::nullopt;
    sum += y[k] * y[k] / a[k][k];
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
      y[i] -= factor * y[k];
    }
  }
  return sum;
}

/// Parameters beside the best ones, their likelihood and level.
class Neighbourhood {
 public:
  Neighbourhood(const Model& model, const Sample& sample, const Parameters& best)
      : model_(model), sample_(sample), best_(best), free_(model.free_parameters()) {
    for (std::size_t i = 0; i < free_.size(); ++i) step_[i] = kStep * std::fmax(std::fabs(best.*free_[i]), 0.1 * best.scale);
  }

  [[nodiscard]] Parameters at(std::size_t i, double steps_i, std::size_t j = 0, double steps_j = 0.0) const {
    Parameters parameters = best_;
    parameters.*free_[i] += steps_i * step_[i];
    parameters.*free_[j] += steps_j * step_[j];
    return parameters;
  }

  [[nodiscard]] double slope_of_level(std::size_t i, double exceedance) const {
    return (model_.level(at(i, 1), exceedance) - model_.level(at(i, -1), exceedance)) / (2.0 * step_[i]);
  }

  [[nodiscard]] double information(std::size_t i, std::size_t j) const {
    const auto height = [&](double a, double b) { return model_.log_likelihood(sample_, at(i, a, j, b)); };
    if (i == j) return (2.0 * height(0, 0) - height(1, 0) - height(-1, 0)) / (step_[i] * step_[i]);
    return (height(1, -1) + height(-1, 1) - height(1, 1) - height(-1, -1)) / (4.0 * step_[i] * step_[j]);
  }

 private:
  const Model& model_;
  const Sample& sample_;
  Parameters best_;
  std::span<double Parameters::*const> free_;
  Vector step_{};
};

}  // namespace

std::optional<double> level_variance(const Model& model, const Sample& sample, const Parameters& best, double exceedance) {
  const Neighbourhood near(model, sample, best);
  const std::size_t n = model.free_parameters().size();
  Matrix information{};
  Vector slope{};
  for (std::size_t i = 0; i < n; ++i) {
    slope[i] = near.slope_of_level(i, exceedance);
    for (std::size_t j = 0; j <= i; ++j) information[i][j] = information[j][i] = near.information(i, j);
  }
  return quadratic_of_inverse(information, slope, n);
}

Parameters parameters_from(const Model& model, const std::array<double, 3>& statistics, FitMethod method) {
  return method == FitMethod::kPwm ? model.from_weighted_moments(statistics) : model.from_moments(statistics);
}

double level_variance(const Model& model, const SampleStatistics& statistics, FitMethod method, double exceedance) {
  Vector slope{};
  for (std::size_t i = 0; i < kMost; ++i) {
    const double step = 1e-5 * std::fmax(std::fabs(statistics.value[i]), std::sqrt(statistics.covariance[i][i]));
    const auto level_at = [&](double steps) {
      std::array<double, 3> beside = statistics.value;
      beside[i] += steps * step;
      return model.level(parameters_from(model, beside, method), exceedance);
    };
    if (step > 0.0) slope[i] = (level_at(1.0) - level_at(-1.0)) / (2.0 * step);
  }
  double variance = 0.0;
  for (std::size_t i = 0; i < kMost; ++i)
    for (std::size_t j = 0; j < kMost; ++j) variance += slope[i] * statistics.covariance[i][j] * slope[j];
  return variance;
}

}  // namespace wavemill::fits
