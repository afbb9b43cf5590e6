#pragma once

#include <cstdint>
#include <string>

#include "archive/containers.h"
#include "archive/kept_document.h"
#include "archive/packing.h"
#include "linting/lint.h"

// What a scan and the processes that read for it say to each other.
namespace onus {

enum class Work : std::uint8_t { list, read };

struct Task {
  Work work = Work::read;
  std::string path;                    // of the file, or of the container
  NameKind kind = NameKind::document;  // of it
  Route route;                         // to a member; empty for the file itself
  std::string member;                  // its name
};

template <class Archive, PackedAs<Task> T>
void fields(Archive& archive, T& task) {
  archive(task.work, task.path, task.kind, task.route, task.member);
}

// Seconds that went into documents, of all workers together.
struct WorkTimes {
  double reading = 0, analysis = 0, rules = 0;
  std::uint64_t prose_bytes = 0;

  void add(const WorkTimes& more) {
    reading += more.reading;
    analysis += more.analysis;
    rules += more.rules;
    prose_bytes += more.prose_bytes;
  }
};

template <class Archive, PackedAs<WorkTimes> T>
void fields(Archive& archive, T& times) {
  archive(times.reading, times.analysis, times.rules, times.prose_bytes);
}

enum class Said : std::uint8_t {
  content,   // the hash of what is to be read; the worker waits to hear whether it shall
  read,      // the result
  listed,    // what is in a container
  closed,    // the file could not be opened; `text` says why
  gave_out,  // a limit of time or memory was reached, or the worker died; `text` says which
};

struct Reply {
  Said said = Said::closed;
  std::string text;
  KeptDocument kept;
  WorkTimes times;
  Listing listing;
};

template <class Archive, PackedAs<Reply> T>
void fields(Archive& archive, T& reply) {
  archive(reply.said, reply.text, reply.kept, reply.times, reply.listing);
}

struct WorkSettings {
  Settings settings;
  bool keep_text = false;
  bool keep_properties = false;
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;  // beyond what the knowledge takes
};

// What a worker does until `in` ends: reads tasks and writes replies, each with its size before it.
void work(int in, int out, const WorkSettings& settings, const Knowledge& knowledge);

// False at the end of the pipe, or where it breaks.
bool write_message(int to, std::string_view bytes);
bool read_message(int from, std::string& bytes);

}  // namespace onus
