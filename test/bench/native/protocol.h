#pragma once

#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace wavemill::bench {

/// What a program says of one measurement.
struct Answer {
  double seconds = 0.0;
  std::vector<double> values;  // what was computed, so that the other side's work can be checked against it
  std::string error;
};

/// Seconds that `work` takes.
template <class Work>
double seconds_of(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return out + '"';
}

inline void print(const Answer& answer) {
  if (!answer.error.empty()) {
    std::printf("{\"error\":%s}\n", quoted(answer.error).c_str());
  } else {
    std::printf("{\"seconds\":%.9g,\"values\":[", answer.seconds);
    for (std::size_t i = 0; i < answer.values.size(); ++i) {
      if (i > 0) std::printf(",");
      if (std::isfinite(answer.values[i]))
        std::printf("%.17g", answer.values[i]);
      else
        std::printf("null");
    }
    std::printf("]}\n");
  }
  std::fflush(stdout);
}

/// Answers lines `WHAT [NUMBER]` from stdin, a line of JSON each, until stdin ends: a program stays for all its measurements, so its start is in none.
/// @param measure   (what, number) → Answer
template <class Measure>
int serve(Measure&& measure) {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    unsigned number = 1;
    words >> what >> number;
    print(measure(what, number == 0 ? 1 : number));
  }
  return 0;
}

}  // namespace wavemill::bench
