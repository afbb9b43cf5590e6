#include "text/content_hash.h"

#include <gtest/gtest.h>

namespace onus {
namespace {

// The examples of FIPS 180-2, appendix B.
TEST(ContentHash, IsSha256) {
  EXPECT_EQ(content_hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(ContentHash, FieldsDoNotRunIntoEachOther) {
  ContentHash one;
  one.add_field("ab");
  one.add_field("c");
  ContentHash other;
  other.add_field("a");
  other.add_field("bc");
  EXPECT_NE(one.finish(), other.finish());
}

TEST(ContentHash, OfAFileThatIsNotThere) { EXPECT_FALSE(content_hash_of_file("/nowhere/at/all")); }

}  // namespace
}  // namespace onus
