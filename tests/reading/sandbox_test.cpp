#include "reading/sandbox.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "reading/printed.h"
#include "reading/read.h"

namespace onus {

namespace {

SandboxedProgram shell(std::string script) {
  SandboxedProgram program;
  program.command = {"/bin/sh", "-c", std::move(script)};
  return program;
}

// Where there is no sandbox these are skipped, which in CI is a failure.
bool is_there() { return run_in_sandbox(shell("true")).ending == Ending::done; }

#define NEEDS_SANDBOX()                                                \
  if (!is_there()) {                                                   \
    if (std::getenv("CI") != nullptr) FAIL() << "there is no sandbox"; \
    GTEST_SKIP() << "bubblewrap isn't installed or may not run here";  \
  }

std::string output(const std::string& script) { return run_in_sandbox(shell(script)).output; }

bool runs_somewhere(const std::string& argument) {
  namespace fs = std::filesystem;
  for (const auto& process : fs::directory_iterator("/proc")) {
    std::ifstream file(process.path() / "cmdline");
    std::ostringstream line;
    line << file.rdbuf();
    if (line.str().find(argument) != std::string::npos) return true;
  }
  return false;
}

TEST(Sandbox, GivesInputAndTakesOutput) {
  NEEDS_SANDBOX();
  SandboxedProgram program = shell("cat");
  program.input = "words";
  EXPECT_EQ(run_in_sandbox(program).output, "words");
  program = shell("cat /tmp/in.txt; ls -A /tmp");
  program.input = "words\n";
  program.input_file = "/tmp/in.txt";
  EXPECT_EQ(run_in_sandbox(program).output, "words\nin.txt\n");
}

TEST(Sandbox, SeesNothingOfTheMachine) {
  NEEDS_SANDBOX();
  const std::string home = "onus-secret-" + std::to_string(getpid());
  const std::string path = "/tmp/" + home;
  std::ofstream(path) << "secret";
  EXPECT_EQ(output("cat " + path +
                   " 2>/dev/null; cat /etc/passwd /etc/shadow 2>/dev/null; ls /home /root 2>/dev/null"),
            "");
  std::filesystem::remove(path);
  EXPECT_EQ(output("ls /proc | grep -c '^[0-9]*$'").size(), 2U) << "sees processes of others";
  EXPECT_EQ(output("env | grep -v -e ^PATH= -e ^HOME= -e ^LANG= -e ^PWD= -e ^SHLVL= -e ^_="), "");
}

TEST(Sandbox, WritesNowhere) {
  NEEDS_SANDBOX();
  EXPECT_EQ(
      output("for d in / /usr /usr/bin /etc /var /lib; do touch $d/onus-x 2>/dev/null && echo $d; done"), "");
  EXPECT_FALSE(std::filesystem::exists("/onus-x") || std::filesystem::exists("/etc/onus-x") ||
               std::filesystem::exists("/var/onus-x"));
  SandboxedProgram program = shell("head -c 100000000 /dev/zero > /tmp/x 2>/dev/null; wc -c < /tmp/x");
  const std::string size = run_in_sandbox(program).output;
  EXPECT_LE(std::strtoul(size.c_str(), nullptr, 10), program.temporary_bytes);
}

TEST(Sandbox, HasNoNetwork) {
  NEEDS_SANDBOX();
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(listen(listener, 1), 0);
  socklen_t size = sizeof address;
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  SandboxedProgram program;
  const std::string port = std::to_string(ntohs(address.sin_port));
  program.command = {"/usr/bin/bash", "-c", "exec 5<>/dev/tcp/127.0.0.1/" + port + " && echo connected"};
  EXPECT_EQ(run_in_sandbox(program).output, "");
  close(listener);
}

TEST(Sandbox, LimitsHold) {
  NEEDS_SANDBOX();
  SandboxedProgram slow = shell("sleep 98761 & setsid sleep 98762 & sleep 98763");
  slow.time = std::chrono::milliseconds(700);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(run_in_sandbox(slow).ending, Ending::too_slow);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  for (const char* each : {"98761", "98762", "98763"}) EXPECT_FALSE(runs_somewhere(each));
  SandboxedProgram loud = shell("yes");
  loud.output_bytes = 1 << 20;
  EXPECT_EQ(run_in_sandbox(loud).ending, Ending::too_much);
  EXPECT_FALSE(output("head -c 1000000000 /dev/zero | tail -n 1 | wc -c").starts_with("1000000000"));
  SandboxedProgram many =
      shell("i=0; while [ $i -lt 300 ]; do sleep 98764 & i=$((i+1)); done 2>/dev/null; echo all");
  many.time = std::chrono::milliseconds(3000);
  EXPECT_NE(run_in_sandbox(many).output, "all\n");
  EXPECT_FALSE(runs_somewhere("98764"));
  EXPECT_EQ(run_in_sandbox(shell("exit 3")).ending, Ending::failed);
  SandboxedProgram none;
  none.command = {"/usr/bin/no-such-program"};
  EXPECT_EQ(run_in_sandbox(none).ending, Ending::not_there);
}

TEST(Sandbox, ABrokenPdfIsRefusedInOneLine) {
  NEEDS_SANDBOX();
  for (const char* bytes :
       {"%PDF-1.7\n", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
        "%PDF-1.4\n1 0 obj<</Type/Pages/Kids[1 0 R]/Count 99999999>>endobj\ntrailer<</Root<</Pages 1 0 "
        "R>>>>"}) {
    const std::string said = printed(read_bytes(bytes, "a"));
    EXPECT_NE(said.find("PDF"), std::string::npos) << said;
    EXPECT_EQ(said.find('\n'), said.size() - 1);
  }
}

}  // namespace

}  // namespace onus
