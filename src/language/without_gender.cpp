#include "language/without_gender.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onus {
namespace {

using std::string_view;

// Words for men and for women, and what both are; in the order of their bytes.
using Pair = std::pair<string_view, string_view>;
constexpr std::array<Pair, 102> kEither{{
    {"abbu", "parent"},
    {"ammu", "parent"},
    {"aunt", "relative"},
    {"auntie", "relative"},
    {"bloke", "adult"},
    {"boy", "child"},
    {"boyfriend", "partner"},
    {"brother", "sibling"},
    {"da", "parent"},
    {"dad", "parent"},
    {"daddy", "parent"},
    {"daughter", "child"},
    {"ex-boyfriend", "ex-partner"},
    {"ex-girlfriend", "ex-partner"},
    {"ex-husband", "ex-partner"},
    {"ex-wife", "ex-partner"},
    {"father", "parent"},
    {"female", "adult"},
    {"fiancé", "partner"},
    {"fiancée", "partner"},
    {"fob", "parent"},
    {"gentleman", "adult"},
    {"girl", "child"},
    {"girlfriend", "partner"},
    {"gramps", "grandparent"},
    {"gran", "grandparent"},
    {"grandad", "grandparent"},
    {"granddad", "grandparent"},
    {"granddaughter", "grandchild"},
    {"grandfather", "grandparent"},
    {"grandma", "grandparent"},
    {"grandmom", "grandparent"},
    {"grandmother", "grandparent"},
    {"grandmum", "grandparent"},
    {"grandpa", "grandparent"},
    {"grandson", "grandchild"},
    {"granny", "grandparent"},
    {"guy", "adult"},
    {"half-brother", "sibling"},
    {"half-sister", "sibling"},
    {"he", "they"},
    {"her", "their"},
    {"hers", "their"},
    {"herself", "self"},
    {"him", "they"},
    {"himself", "self"},
    {"his", "their"},
    {"hubby", "partner"},
    {"husb", "partner"},
    {"husband", "partner"},
    {"lad", "child"},
    {"ladies", "adult"},
    {"lady", "adult"},
    {"lass", "child"},
    {"ma", "parent"},
    {"male", "adult"},
    {"mam", "parent"},
    {"mama", "parent"},
    {"man", "adult"},
    {"menfolk", "adult"},
    {"mgf", "grandparent"},
    {"mgm", "grandparent"},
    {"mob", "parent"},
    {"mom", "parent"},
    {"mommy", "parent"},
    {"mother", "parent"},
    {"mum", "parent"},
    {"mummy", "parent"},
    {"nan", "grandparent"},
    {"nana", "grandparent"},
    {"nanna", "grandparent"},
    {"nephew", "relative"},
    {"niece", "relative"},
    {"papa", "parent"},
    {"paternal", "maternal"},
    {"pgf", "grandparent"},
    {"pgm", "grandparent"},
    {"pop", "parent"},
    {"she", "they"},
    {"sister", "sibling"},
    {"son", "child"},
    {"spouse", "partner"},
    {"step-dad", "parent"},
    {"step-daughter", "stepchild"},
    {"step-father", "parent"},
    {"step-mother", "parent"},
    {"step-mum", "parent"},
    {"step-son", "stepchild"},
    {"stepbrother", "sibling"},
    {"stepdad", "parent"},
    {"stepdaughter", "stepchild"},
    {"stepfather", "parent"},
    {"stepmom", "parent"},
    {"stepmother", "parent"},
    {"stepmum", "parent"},
    {"stepsister", "sibling"},
    {"stepson", "stepchild"},
    {"themselves", "self"},
    {"uncle", "relative"},
    {"wife", "partner"},
    {"woman", "adult"},
    {"womenfolk", "adult"},
}};
static_assert(std::ranges::is_sorted(kEither, {}, &Pair::first));

}  // namespace

std::string_view without_gender(std::string_view word) {
  const auto found = std::ranges::lower_bound(kEither, word, {}, &Pair::first);
  return found == kEither.end() || found->first != word ? word : found->second;
}

}  // namespace onus
