#include "language/linear_model.h"

#include "language/model_file.h"
#include "text/failure.h"

namespace onus {

LinearModel::LinearModel(std::span<const std::byte> section) {
  SectionReader reader(section);
  const auto& header = reader.one<LinearHeader>();
  if (header.buckets < 2 || header.buckets % 2 != 0 || header.classes > kRowMark ||
      header.stride < header.classes || header.stride > 256)
    throw Failure("the English model is damaged; install it again");
  classes_ = header.classes;
  stride_ = header.stride;
  buckets_ = reader.take<LinearBucket>(header.buckets);
  rows_ = reader.take<std::int8_t>(std::size_t{header.rows} * header.stride);
}

}  // namespace onus
