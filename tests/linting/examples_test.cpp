#include "linting/examples.h"

#include <gtest/gtest.h>

#include "knowledge.h"

namespace onus {
namespace {

TEST(Examples, OfEveryRuleComeOutAsTheySay) {
  for (const BrokenExample& broken : check_examples(knowledge(), {}))
    ADD_FAILURE() << broken.file << ":" << broken.line << ": " << broken.rule << "\n  expected  "
                  << broken.expected << "\n  found     " << broken.found;
}

TEST(Examples, EveryRuleShowsWhatItFindsAndWhatItLeaves) {
  for (const Rule& rule : knowledge().rules.rules) {
    EXPECT_FALSE(rule.flag.empty()) << rule.id;
    EXPECT_FALSE(rule.pass.empty()) << rule.id;
    EXPECT_FALSE(rule.why.empty()) << rule.id;
    EXPECT_FALSE(rule.reference.empty()) << rule.id;
  }
}

}  // namespace
}  // namespace onus
