#include "engine/inspect_job.h"

#include "engine/opened_file.h"
#include "engine/period.h"

namespace wavemill::engine {

base::Result<std::size_t> InspectJob::open(Lane& lane) {
  base::Result<std::unique_ptr<OpenedFile>> opened = OpenedFile::open(task_.file, lane);
  if (!opened) return opened.error();
  OpenedFile& file = **opened;
  const base::Status decoded = file.decode_all({}, lane);  // the times alone
  if (!decoded) return decoded.error();
  result_ = {file.layout(), file.size_bytes(), span_of(file.time(0), file.layout().sample_count), file.read_path(),
             file.description_path()};
  return std::size_t{0};
}

}  // namespace wavemill::engine
