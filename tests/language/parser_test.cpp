#include "language/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "language/random_parser_net.h"
#include "language/spanning_tree.h"
#include "text/failure.h"

namespace onus {
namespace {

struct Text {
  std::string prose;
  std::vector<Token> tokens;
  std::vector<TokenRange> sentences;

  void add(const std::vector<std::string>& words) {
    const auto begin = static_cast<std::uint32_t>(tokens.size());
    for (const auto& word : words) {
      Token token;
      token.span.begin = static_cast<std::uint32_t>(prose.size());
      prose += word;
      token.span.end = static_cast<std::uint32_t>(prose.size());
      prose += ' ';
      tokens.push_back(token);
    }
    sentences.push_back({begin, static_cast<std::uint32_t>(tokens.size())});
  }
};

std::vector<std::string> random_words(std::size_t count, std::mt19937& random) {
  const std::vector<std::string> odd = {
      "",    "\xF0\x9F\x98\xA1",    "\xE2\x80\x99s",    "\xFF\xFE", "1.17", ",",
      "NOT", std::string(700, 'x'), "\xD7\xA9\xD7\x9C", "\n"};
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 4 == 0) {
      words.push_back(odd[random() % odd.size()]);
      continue;
    }
    std::string word;
    for (std::size_t size = 1 + random() % 9; size > 0; --size)
      word += static_cast<char>('a' + static_cast<int>(random() % 26));
    words.push_back(word);
  }
  return words;
}

Text random_text(std::uint32_t seed) {
  std::mt19937 random(seed);
  Text text;
  for (const std::size_t size : {1U, 2U, 3U, 0U, 17U, 64U, 65U, 5U, 31U, 32U, 33U, 160U, 161U, 40U, 1000U})
    text.add(random_words(size, random));
  return text;
}

void expect_tree(const Text& text, TokenRange sentence) {
  std::vector<std::uint32_t> heads;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = text.tokens[i];
    ASSERT_TRUE(sentence.contains(token.head));
    EXPECT_EQ(token.head == i, token.deprel == Deprel::root);
    heads.push_back(token.head == i ? 0 : token.head - sentence.begin + 1);
  }
  EXPECT_TRUE(heads.empty() || is_tree(heads));
}

bool same(const Token& a, const Token& b) {
  return a.head == b.head && a.deprel == b.deprel && a.upos == b.upos && a.xpos == b.xpos;
}

class AnyShape : public testing::TestWithParam<NetShape> {};

TEST_P(AnyShape, MakesOneTreeOfEverySentence) {
  RandomParserNet net(GetParam());
  const Parser parser(net.section());
  Text text = random_text(1);
  parser.parse(text.tokens, text.sentences, text.prose);
  for (const TokenRange sentence : text.sentences) expect_tree(text, sentence);
}

TEST_P(AnyShape, GivesTheSameOnEveryProcessor) {
  RandomParserNet net(GetParam());
  Text plain = random_text(2);
  const auto section = net.section();
  Parser(section, Instructions::plain).parse(plain.tokens, plain.sentences, plain.prose);
  for (const auto instructions : {Instructions::avx2, Instructions::avx512, Instructions::amx}) {
    if (!has_instructions(instructions)) continue;
    Text other = random_text(2);
    Parser(section, instructions).parse(other.tokens, other.sentences, other.prose);
    EXPECT_TRUE(std::ranges::equal(plain.tokens, other.tokens, same)) << static_cast<int>(instructions);
  }
}

TEST_P(AnyShape, GivesTheSameAloneAsAmongOthersAndInThreads) {
  RandomParserNet net(GetParam());
  const Parser parser(net.section());
  Text together = random_text(3);
  parser.parse(together.tokens, together.sentences, together.prose);
  const auto parse_alone = [&](Text& text) {
    for (const TokenRange sentence : text.sentences) parser.parse(text.tokens, {&sentence, 1}, text.prose);
  };
  Text one = random_text(3), two = random_text(3);
  std::thread thread([&] { parse_alone(one); });
  parse_alone(two);
  thread.join();
  EXPECT_TRUE(std::ranges::equal(together.tokens, one.tokens, same));
  EXPECT_TRUE(std::ranges::equal(together.tokens, two.tokens, same));
}

INSTANTIATE_TEST_SUITE_P(
    Parser, AnyShape,
    testing::Values(NetShape{}, NetShape{.embedding = 32, .width = 48, .layers = 3, .arc = 32},
                    NetShape{.embedding = 128, .width = 64, .arc = 128, .tag_layer = 2}));

TEST(Parser, RefusesADamagedModel) {
  RandomParserNet net(NetShape{});
  const std::size_t whole = net.section().size();
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{64}, whole / 2, whole - 1})
    EXPECT_THROW(Parser{net.section(size)}, Failure) << size;
  for (const std::size_t field : {64U, 68U, 72U, 76U, 84U, 92U, 96U, 100U}) {
    auto section = net.section();
    section[field] = section[field + 1] = section[field + 2] = section[field + 3] = std::byte{0xFF};
    EXPECT_THROW(Parser{section}, Failure) << field;
  }
}

// Every way to give heads to `count` words, to find the best tree the slow way.
double best_by_trying(const std::vector<float>& scores, std::size_t count) {
  double best = -1e30;
  std::vector<std::uint32_t> heads(count, 0);
  for (;;) {
    bool own = false;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      own |= heads[i] == i + 1;
      sum += static_cast<double>(scores[i * (count + 1) + heads[i]]);
    }
    if (!own && is_tree(heads)) best = std::max(best, sum);
    std::size_t i = 0;
    while (i < count && heads[i] == count) heads[i++] = 0;
    if (i == count) return best;
    ++heads[i];
  }
}

TEST(SpanningTree, IsTheBestOneWithOneRoot) {
  std::mt19937 random(7);
  TreeScratch scratch;
  for (int round = 0; round < 600; ++round) {
    const std::size_t count = 1 + random() % 5;
    std::vector<float> scores(count * (count + 1));
    for (auto& score : scores) score = std::uniform_real_distribution(-9.0F, 9.0F)(random);
    std::vector<std::uint32_t> heads(count, 0);
    for (std::size_t i = 0; i < count; ++i)
      for (std::uint32_t head = 0; head <= count; ++head)
        if (head != i + 1 && scores[i * (count + 1) + head] > scores[i * (count + 1) + heads[i]])
          heads[i] = head;
    spanning_tree(scores, count, count + 1, heads, scratch);
    ASSERT_TRUE(is_tree(heads));
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(scores[i * (count + 1) + heads[i]]);
    EXPECT_NEAR(sum, best_by_trying(scores, count), 1e-3);
  }
}

TEST(SpanningTree, KnowsATree) {
  EXPECT_TRUE(is_tree(std::vector<std::uint32_t>{0}));
  EXPECT_TRUE(is_tree(std::vector<std::uint32_t>{2, 0, 2}));
  EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{0, 0}));
  EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{2, 1, 0}));
  std::vector<std::uint32_t> chain(400);
  for (std::uint32_t i = 0; i < chain.size(); ++i) chain[i] = i;
  EXPECT_TRUE(is_tree(chain));
  chain[5] = 300;
  EXPECT_FALSE(is_tree(chain));
}

}  // namespace
}  // namespace onus
