#include "serving/request_form.h"

#include <gtest/gtest.h>

#include <vector>

namespace onus {
namespace {

std::string text_of(const Form& form) {
  const std::string* text = find(form, "text");
  return text == nullptr ? "(none)" : *text;
}

std::string language_of(const Form& form) {
  const std::string* language = find(form, "language");
  return language == nullptr ? "(none)" : *language;
}

constexpr bool kAgent = true;
constexpr bool kNoAgent = false;

// What clients send as a body, and what it means.
TEST(RequestForm, BodiesOfClients) {
  struct Case {
    std::string body;
    bool has_user_agent;
    std::string text;
    std::string language;
  };
  const std::vector<Case> cases{
      // encoded, as libcurl, browsers and newer LibreOffice do
      {"text=He%20hit%20her.&language=en-GB", kAgent, "He hit her.", "en-GB"},
      {"text=He+hit+her.&language=en-GB", kNoAgent, "He hit her.", "en-GB"},
      {"language=en-GB&text=R%26D%20%3D%2050%25", kNoAgent, "R&D = 50%", "en-GB"},
      {"text=caf%C3%A9+%F0%9F%98%80&language=en-GB", kNoAgent, "café 😀", "en-GB"},
      {"text=&language=en-GB", kNoAgent, "", "en-GB"},
      {"text=a&text=b&language=en", kNoAgent, "a", "en"},
      // LibreOffice 7.4: as it stands
      {"text=He hit her.&language=en-GB", kNoAgent, "He hit her.", "en-GB"},
      {"text=R&D = 50%25 + x&language=en-GB", kNoAgent, "R&D = 50%25 + x", "en-GB"},
      {"text=We saw 😀 & left.&language=en-GB&username=U&apiKey=K", kNoAgent, "We saw 😀 & left.", "en-GB"},
      {"text=naïve&language=en-", kNoAgent, "naïve", "en-"},
      {"text=“No”&language=en-GB", kNoAgent, "“No”", "en-GB"},
      {"text=one\ntwo&language=en-GB", kNoAgent, "one\ntwo", "en-GB"},
      {"text=50%&language=en-GB", kNoAgent, "50%", "en-GB"},
      {"text=say &language=fr now&language=en-GB", kNoAgent, "say &language=fr now", "en-GB"},
      // raw, but from a client that says who it is: a form after all
      {"text=a b%20c&language=en-GB", kAgent, "a b c", "en-GB"},
      // broken
      {"", kNoAgent, "(none)", "(none)"},
      {"&&&=&", kNoAgent, "(none)", "(none)"},
      {"text", kNoAgent, "", "(none)"},
      {"text=%", kAgent, "%", "(none)"},
      {"text=%4", kAgent, "%4", "(none)"},
      {"text=%zz%41", kAgent, "%zzA", "(none)"},
      {"text=raw text without a language", kNoAgent, "raw text without a language", "(none)"},
  };
  for (const Case& c : cases) {
    const Form form = parse_body(c.body, c.has_user_agent);
    EXPECT_EQ(text_of(form), c.text) << c.body;
    EXPECT_EQ(language_of(form), c.language) << c.body;
  }
}

TEST(RequestForm, TheQueryWinsOverTheBody) {
  const Form form = parse_request("language=en-US&level=picky", "text=a&language=en-GB", kAgent);
  EXPECT_EQ(language_of(form), "en-US");
  EXPECT_EQ(text_of(form), "a");
  EXPECT_NE(find(form, "level"), nullptr);
}

TEST(RequestForm, EverythingMayBeInTheQuery) {
  EXPECT_EQ(text_of(parse_request("text=He+hit+her.&language=en", "", kAgent)), "He hit her.");
}

TEST(RequestForm, Lists) {
  EXPECT_EQ(listed("a, b,,c "), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(listed("").empty());
}

}  // namespace
}  // namespace onus
