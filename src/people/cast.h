#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "text/span.h"

// Who is who in one report. A role comes from what is declared, stated or told; never from gender, title,
// surname or kinship. What isn't known is Role::unknown.
namespace onus {

enum class Role : std::uint8_t { unknown, perpetrator, non_offending_parent, child, professional, other };
enum class Basis : std::uint8_t { inferred, stated, declared };  // in the order of their weight
enum class Standing : std::uint8_t { unstated, alleged, admitted, found, convicted, disputed };

struct RoleClaim {
  Role role = Role::unknown;
  Basis basis = Basis::inferred;
  Standing standing = Standing::unstated;
  ProseSpan evidence;  // the words it rests on; empty for a declaration
  bool weak = false;   // stated by a charge, an order or somebody's own account only
};

struct Person {
  std::string name;  // the fullest name or noun that the document uses
  std::vector<std::string>
      aliases;          // the other ways in which it names the person, each once, in order of appearance
  bool parent = false;  // or carer of the children, as the report calls them
  std::vector<RoleClaim> roles;  // the one with the most weight first; empty: unknown
  Role role() const { return roles.empty() ? Role::unknown : roles.front().role; }
  Basis basis() const { return roles.empty() ? Basis::inferred : roles.front().basis; }
  bool plays(Role) const;
};

// As a sentence speaks of the person: "Ms Hart", "Mum", "the father".
std::string in_words(const Person&);

// agency: a body rather than a person (school, police, social work). writer: I, we.
enum class MentionKind : std::uint8_t { name, noun, pronoun, group, agency, writer };

// A phrase that refers to someone. `people` holds one index into Cast::people for a person, several for a
// group whose members are known, none where it isn't clear who is meant.
struct Mention {
  TokenRange tokens;
  std::uint32_t head = 0;  // token
  MentionKind kind = MentionKind::name;
  std::vector<std::uint32_t> people;
  Role said = Role::unknown;  // the role that the noun itself gives: "the victim", "the children", "the
                              // social worker"
  bool plural = false;
};

// What a team wants the two adults called in what is printed about a report, in place of their names
// ("the perpetrator"); empty: by their names, and where those aren't known by neutral words.
struct Labels {
  std::string perpetrator = {};
  std::string survivor = {};
};

struct Cast {
  std::vector<Person> people;     // in order of appearance
  std::vector<Mention> mentions;  // in the order of their heads
  std::vector<std::uint32_t>
      mention_at;  // for each token the index of the mention whose head it is, or kNone
  Labels labels = {};

  const Mention* at(std::uint32_t token) const {
    return token >= mention_at.size() || mention_at[token] == UINT32_MAX ? nullptr
                                                                         : &mentions[mention_at[token]];
  }
};

// What the user said before reading: names as they may stand in the document.
struct Declarations {
  std::vector<std::string> perpetrators;
  std::vector<std::string> survivors;  // non-offending parents
  std::vector<std::string> children;
  std::vector<std::string> professionals;
  Labels labels = {};
  bool empty() const {
    return perpetrators.empty() && survivors.empty() && children.empty() && professionals.empty();
  }
};

// What a mention stands for in the role it plays here, and how surely. `person` is kNone where the noun alone
// gives the role ("the victim").
struct Standpoint {
  Role role = Role::unknown;
  Basis basis = Basis::inferred;
  std::uint32_t person = UINT32_MAX;
};
Standpoint standpoint_of(const Cast&, const Mention&);

std::string_view name_of(Role);  // as in the contract: "non-offending-parent"
std::string_view name_of(Basis);
std::string_view name_of(Standing);
std::optional<Role> role_from(std::string_view);

}  // namespace onus
