#include "serving/check_request.h"

#include <gtest/gtest.h>

#include "serving/bad_request.h"

namespace onus {
namespace {

CheckRequest asked(const char* query) { return check_request_from(parse_form(query)); }

TEST(CheckRequest, WhatCanNotBeAnsweredIsRefused) {
  for (const char* query : {"", "language=en", "text=a", "text=a&data={}&language=en",
                            "text=a&language=", "data=x&language=en", "text=a&language=en&enabled=X",
                            "text=a&language=en&disabled=X", "text=a&language=en&preferredvariants=en-GB",
                            "text=a&language=en&autodetect=1", "text=a&language=en&enabledOnly=yes",
                            "text=a&language=en&enabledOnly=true&enabledRules=a&disabledRules=b"})
    EXPECT_THROW(asked(query), BadRequest) << query;
}

TEST(CheckRequest, UnknownParametersAreLeftAlone) {
  EXPECT_EQ(asked("text=a&language=en&level=picky&c=1&abtest=x&enabledOnly=false&motherTongue=de").text.text,
            "a");
}

TEST(CheckRequest, RulesAndCategoriesThatAreWanted) {
  struct Case {
    const char* query;
    bool wanted;
  };
  for (const Case& c :
       {Case{"", true}, Case{"&disabledRules=blames", false}, Case{"&disabledRules=WHITESPACE_RULE", true},
        Case{"&disabledCategories=victim-blaming", false},
        Case{"&disabledCategories=victim-blaming&enabledRules=blames", true},
        Case{"&enabledOnly=yes&enabledRules=other,blames", true},
        Case{"&enabledOnly=yes&enabledRules=other", false},
        Case{"&enabledOnly=true&enabledCategories=victim-blaming", true}}) {
    const CheckRequest request = asked((std::string("text=a&language=en") + c.query).c_str());
    EXPECT_EQ(request.wants("blames", "victim-blaming"), c.wanted) << c.query;
  }
}

TEST(CheckRequest, OfTwoRequestsForOneTextOneIsAnswered) {
  EXPECT_TRUE(asked("text=a&language=en&mode=textLevelOnly").nothing);
  EXPECT_FALSE(asked("text=a&language=en&mode=allButTextLevelOnly").nothing);
  EXPECT_FALSE(asked("text=a&language=en&mode=all").nothing);
}

}  // namespace
}  // namespace onus
