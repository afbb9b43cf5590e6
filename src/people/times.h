#pragma once

#include "language/clauses.h"
#include "reading/document.h"
#include "text/span.h"

namespace onus {

// When and how often: the adverbials of a clause that say so.
class Times {
 public:
  Times(const Document& document, const Analysis& analysis, const Clauses& clauses)
      : document_(document), analysis_(analysis), clauses_(clauses) {}

  // "on 3 March 2019", "when she was pregnant", "after they separated"; empty where not told.
  ProseSpan when(const Clause&) const;
  // "every night", "repeatedly", "for two years"; empty where not told.
  ProseSpan frequency(const Clause&) const;

 private:
  template <class Test>
  ProseSpan first_phrase(const Clause&, Test) const;

  const Document& document_;
  const Analysis& analysis_;
  const Clauses& clauses_;
};

}  // namespace onus
