#include "annotated.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "reading/read.h"
#include "text/failure.h"

namespace onus {
namespace {

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure("can't read " + path.string(), ExitCode::unreadable);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) out.push_back(part);
  return out;
}

// Takes marks away one character after the other; what is open lies on a stack.
class Unmarker {
 public:
  explicit Unmarker(std::string_view text) : text_(text) {}

  Unmarked run() {
    while (at_ < text_.size()) step();
    if (!open_.empty()) problem("a mark doesn't close", open_.back().source);
    std::stable_sort(out_.mentions.begin(), out_.mentions.end(),
                     [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  struct Open {
    bool mention = false;
    std::size_t begin = 0;
    std::size_t source = 0;
    std::vector<std::string> people;
  };

  void step() {
    const char c = text_[at_];
    if (c == '{')
      open_mention();
    else if (c == '}')
      close_mention();
    else if (c == '[')
      open_.push_back({false, out_.plain.size(), at_++, {}});
    else if (c == ']')
      close_finding();
    else
      out_.plain += text_[at_++];
  }

  void problem(const std::string& what, std::size_t at) {
    out_.problems.push_back(what + ": " + std::string(text_.substr(at, 40)));
  }

  void open_mention() {
    const std::size_t bar = text_.find('|', at_);
    const std::string_view ids = bar == std::string_view::npos ? "" : text_.substr(at_ + 1, bar - at_ - 1);
    if (ids.empty() || ids.find_first_of(" {}[]\n") != std::string_view::npos) {
      problem("a mention without its person", at_++);
      return;
    }
    open_.push_back({true, out_.plain.size(), at_, split(std::string(ids), '+')});
    at_ = bar + 1;
  }

  void close_mention() {
    if (open_.empty() || !open_.back().mention) {
      problem("a brace closes nothing", at_++);
      return;
    }
    out_.mentions.push_back({open_.back().begin, out_.plain.size(), open_.back().people});
    open_.pop_back();
    ++at_;
  }

  void close_finding() {
    const std::size_t end = text_.find(')', at_);
    const bool labelled = at_ + 1 < text_.size() && text_[at_ + 1] == '(' && end != std::string_view::npos;
    if (open_.empty() || open_.back().mention || !labelled) {
      problem("a bracket without its category", at_++);
      return;
    }
    out_.findings.push_back(
        {open_.back().begin, out_.plain.size(), std::string(text_.substr(at_ + 2, end - at_ - 2))});
    open_.pop_back();
    at_ = end + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  Unmarked out_;
};

// From places in the file to places in the prose.
class ToProse {
 public:
  explicit ToProse(const Document& document) : document_(document) {}

  ProseSpan operator()(std::size_t begin, std::size_t end) const {
    ProseSpan out{UINT32_MAX, 0};
    for (const Origin& origin : document_.origins) {
      if (origin.source.end <= begin || origin.source.begin >= end) continue;
      if (!origin.copied) {
        out = join_with(out, origin.prose);
        continue;
      }
      const auto from = std::max<std::size_t>(begin, origin.source.begin) - origin.source.begin;
      const auto to = std::min<std::size_t>(end, origin.source.end) - origin.source.begin;
      out = join_with(out, {origin.prose.begin + static_cast<std::uint32_t>(from),
                            origin.prose.begin + static_cast<std::uint32_t>(to)});
    }
    return out.begin == UINT32_MAX ? ProseSpan{} : out;
  }

 private:
  static ProseSpan join_with(ProseSpan a, ProseSpan b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }
  const Document& document_;
};

std::string text_of(const YAML::Node& node) { return node ? node.as<std::string>() : std::string{}; }

class AnswerReader {
 public:
  AnswerReader(AnnotatedReport& report, const YAML::Node& root) : report_(report), root_(root) {}

  void run() {
    report_.kind = text_of(root_["kind"]);
    for (const auto& person : root_["people"])
      report_.people.push_back({text_of(person["id"]), text_of(person["name"]), text_of(person["role"]),
                                text_of(person["basis"]), text_of(person["standing"])});
    for (const auto& event : root_["events"]) read_event(event);
    for (const auto& level : root_["levels"]) report_.levels[text_of(level.first)] = text_of(level.second);
    for (const auto& criterion : root_["criteria"])
      report_.criteria[text_of(criterion.first)] = text_of(criterion.second);
    for (const auto& component : root_["evidence"]) {
      auto& spans = report_.evidence[text_of(component.first)];
      for (const auto& words : component.second) add_words(spans, text_of(words));
    }
    for (const auto& words : root_["disclosure"]) add_words(report_.disclosure, text_of(words));
  }

 private:
  void add_words(std::vector<ProseSpan>& spans, const std::string& words) {
    const ProseSpan span = find(words, 0);
    if (span.empty())
      report_.problems.push_back("not in the text: " + words);
    else
      spans.push_back(span);
  }

  ProseSpan find(const std::string& words, std::size_t from) const {
    const auto at = words.empty() ? std::string::npos : report_.document.prose.find(words, from);
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  void read_event(const YAML::Node& node) {
    MarkedEvent event;
    event.words = text_of(node["words"]);
    event.agent = text_of(node["agent"]);
    if (node["target"] && node["target"].IsSequence())
      for (const auto& target : node["target"]) event.target.push_back(text_of(target));
    else if (node["target"])
      event.target.push_back(text_of(node["target"]));
    event.tactic = text_of(node["tactic"]);
    event.told_by = text_of(node["told-by"]);
    event.standing = text_of(node["standing"]);
    event.negated = text_of(node["polarity"]) == "negated";
    const ProseSpan sentence = find(text_of(node["in"]), 0);
    event.span = find(event.words, sentence.begin);
    if (event.span.empty() || (sentence.empty() && node["in"]))
      report_.problems.push_back("event not in the text: " + event.words + " / " + text_of(node["in"]));
    report_.events.push_back(std::move(event));
  }

  AnnotatedReport& report_;
  const YAML::Node& root_;
};

}  // namespace

Unmarked without_marks(std::string_view text) { return Unmarker(text).run(); }

AnnotatedReport read_annotated(const std::filesystem::path& text_file) {
  AnnotatedReport report;
  report.name = text_file.stem().string();
  Unmarked unmarked = without_marks(contents_of(text_file));
  report.problems = std::move(unmarked.problems);
  Reading reading = read_bytes(unmarked.plain, report.name + ".md");
  if (const auto* problem = std::get_if<Problem>(&reading))
    throw Failure(problem->message, ExitCode::unreadable);
  report.document = std::get<Document>(std::move(reading));
  const ToProse to_prose(report.document);
  for (auto& mention : unmarked.mentions)
    report.mentions.push_back({to_prose(mention.begin, mention.end), std::move(mention.people)});
  for (auto& finding : unmarked.findings) {
    const bool contested = finding.category.ends_with('?');
    if (contested) finding.category.pop_back();
    report.findings.push_back({to_prose(finding.begin, finding.end), finding.category, contested});
  }
  const auto answers = std::filesystem::path(text_file).replace_extension(".yaml");
  if (std::filesystem::exists(answers)) {
    try {
      const YAML::Node root = YAML::LoadFile(answers.string());
      AnswerReader(report, root).run();
    } catch (const YAML::Exception& error) {
      throw Failure("can't read " + answers.string() + ": " + error.what(), ExitCode::unreadable);
    }
  }
  return report;
}

bool holds_reports(const std::filesystem::path& path) {
  return std::filesystem::is_directory(path) &&
         std::any_of(std::filesystem::directory_iterator(path), {},
                     [](const auto& entry) { return entry.path().extension() == ".yaml"; });
}

std::vector<AnnotatedReport> read_annotated_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<AnnotatedReport> reports;
  for (const auto& file : files) reports.push_back(read_annotated(file));
  return reports;
}

DocumentReport lint_as_its_kind(const AnnotatedReport& gold, const Knowledge& knowledge) {
  Settings settings;
  settings.kind = document_kind_from(gold.kind);
  return lint(gold.document, settings, knowledge);
}

}  // namespace onus
