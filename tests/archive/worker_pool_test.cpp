#include "archive/worker_pool.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

namespace onus {
namespace {

using namespace std::chrono_literals;

// Answers a task with its path; some paths are what goes wrong.
void obey(int in, int out) {
  for (std::string bytes; read_message(in, bytes);) {
    const Task task = unpack<Task>(bytes);
    if (task.path == "sleep") sleep(60);
    if (task.path == "abort") std::abort();
    if (task.path == "leave") _exit(0);
    Reply reply;
    reply.said = Said::closed;
    reply.text = task.path;
    if (!write_message(out, pack(reply))) return;
  }
}

std::map<std::size_t, std::string> answers_to(const std::vector<std::string>& paths, unsigned workers) {
  WorkerPool pool(workers, 1s, obey);
  for (std::size_t i = 0; i < paths.size(); ++i)
    pool.submit(i, {Work::read, paths[i], NameKind::document, {}, ""});
  std::map<std::size_t, std::string> answers;
  while (answers.size() < paths.size())
    for (const WorkerPool::Answer& answer : pool.wait(100ms)) {
      EXPECT_TRUE(answers.emplace(answer.task, answer.reply.text).second) << "answered twice";
      EXPECT_EQ(answer.reply.said == Said::closed, answer.reply.text == paths[answer.task]);
    }
  return answers;
}

TEST(WorkerPool, EveryTaskIsAnsweredOnceWhateverBecomesOfTheWorker) {
  std::vector<std::string> paths;
  for (int i = 0; i < 200; ++i) paths.push_back(std::to_string(i));
  paths[3] = "abort";
  paths[50] = "sleep";
  paths[51] = "leave";
  paths[199] = "abort";
  for (const unsigned workers : {1U, 3U}) {
    const auto answers = answers_to(paths, workers);
    EXPECT_EQ(answers.at(0), "0");
    EXPECT_EQ(answers.at(198), "198");
    EXPECT_TRUE(answers.at(3).starts_with("could not be read: the program failed"));
    EXPECT_TRUE(answers.at(50).starts_with("took longer than 1 seconds"));
    EXPECT_TRUE(answers.at(51).starts_with("could not be read"));
  }
}

TEST(WorkerPool, LargeMessages) {
  const std::vector<std::string> paths{std::string(std::size_t{3} << 20, 'x'), "y"};
  EXPECT_EQ(answers_to(paths, 1).at(0).size(), std::size_t{3} << 20);
}

TEST(Packing, ThereAndBack) {
  Reply reply;
  reply.said = Said::read;
  reply.kept.format = "docx";
  reply.kept.findings.push_back({"rule", std::nullopt, "note", 1, 2, 3, 4, "f"});
  reply.kept.properties["a"] = "b";
  reply.kept.text = "prose";
  reply.times.prose_bytes = 7;
  reply.listing.members.push_back({"m", {{NameKind::mailbox, 5, 6}}, "p"});
  const Reply back = unpack<Reply>(pack(reply));
  EXPECT_EQ(pack(back), pack(reply));
  EXPECT_EQ(back.listing.members[0].route[0].size, 6U);
  const std::string bytes = pack(reply);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(unpack<Reply>(std::string_view(bytes).substr(0, size)), BrokenMessage);
}

}  // namespace
}  // namespace onus
