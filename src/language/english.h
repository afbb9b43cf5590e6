#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "language/analysis.h"
#include "language/verb_forms.h"
#include "reading/document.h"

namespace onus {

// The English model, mapped into memory: one per process, const after loading, shared by all threads.
class English {
 public:
  // Throws Failure when the file is missing, damaged or of another version.
  explicit English(const std::filesystem::path& model);
  // The same with verbs that the model may not know; the other reads them from words/verbs.tsv beside the
  // model.
  English(const std::filesystem::path& model, VerbForms verbs);
  English(English&&) noexcept;
  English& operator=(English&&) noexcept;
  ~English();

  // Tokens, sentences, tags, lemmas and features of a document's prose. Linear time, never fails.
  Analysis analyse(std::string_view prose, std::span<const Block> blocks) const;
  // The same for tokens and sentences that are there already: tags, lemmas and features anew, no heads.
  void annotate(Analysis&, std::string_view prose) const;
  // Heads and relations of one sentence (and the better tags that come with them), if it has none yet.
  // Parse only where something depends on it: it costs several times as much as everything before.
  void parse(Analysis&, std::string_view prose, std::uint32_t sentence) const;
  // Several in one call are up to twice as fast as one by one.
  void parse(Analysis&, std::string_view prose, std::span<const std::uint32_t> sentences) const;
  void parse_all(Analysis&, std::string_view prose) const;

 private:
  struct Model;
  std::unique_ptr<const Model> model_;
};

}  // namespace onus
