#include "reporting/print_html.h"

#include <map>
#include <ostream>
#include <set>

#include "components/wordings.h"
#include "reporting/advice.h"
#include "reporting/html_drafts.h"
#include "reporting/html_pictures.h"
#include "reporting/html_style.h"
#include "reporting/html_text.h"
#include "reporting/titles.h"
#include "reporting/without_places.h"
#include "reporting/xml_layout.h"

namespace onus {
namespace {

constexpr std::size_t kQuestions = 5;

std::string file_name(const std::string& source) {
  return source == "-" ? "the report" : source.substr(source.rfind('/') + 1);
}

// One document's part of the page.
class Page {
 public:
  Page(std::ostream& out, const DocumentReport& report, std::string id, std::string name)
      : out_(out), report_(report), id_(std::move(id)), name_(std::move(name)) {}

  void write(const DocumentReport* old_draft) {
    out_ << "<article aria-labelledby=\"" << id_ << "-title\" class=\"doc\">\n";
    write_title(old_draft != nullptr);
    write_before_submitting();
    if (old_draft != nullptr) out_ << drafts_section(*old_draft, report_);
    write_pictures();
    write_map();
    write_people();
    write_text();
    write_unread();
    out_ << "</article>\n";
  }

 private:
  std::string words(ProseSpan span) const {
    return escape_xml(slice<ProseText>(report_.document.prose, span));
  }

  void open(std::string_view name, std::string_view title) {
    const std::string id = id_ + "-" + std::string(name);
    out_ << "<section id=\"" << id << "\" aria-labelledby=\"" << id << "-h " << id_ << "-title\"><h2 id=\""
         << id << "-h\">" << title << "</h2>\n";
  }
  void close() { out_ << "</section>\n"; }

  void link(std::string_view name, std::string_view title) {
    out_ << "<li><a href=\"#" << id_ << "-" << name << "\">" << title << "</a></li>";
  }

  void write_title(bool two_drafts) {
    const std::string name = escape_xml(name_);
    out_ << "<h1 id=\"" << id_ << "-title\">" << name << "</h1><p class=\"sub\">"
         << spaced(name_of(report_.kind)) << (report_.kind_declared ? "" : " (recognised)") << " · "
         << counted(report_.words, "word") << " · " << escape_xml(findings_counted(report_))
         << "</p>\n<nav aria-label=\"Parts of the page on " << name << "\"><ul>";
    link("submit", "Before you submit");
    if (two_drafts) out_ << "<li><a href=\"#drafts\">The two drafts</a></li>";
    link("shows", kComponentsTitle);
    if (!report_.events.empty()) link("map", "Who did what to whom");
    link("people", "People");
    link("text", "The report and its findings");
    out_ << "</ul></nav>\n";
  }

  void write_before_submitting() {
    open("submit", "Before you submit");
    out_ << "<div class=\"first\">";
    write_strengths();
    write_questions();
    out_ << "<div class=\"card safe\"><h3>The safety of what is disclosed</h3><ul>";
    for (const std::string& sentence : safety_of_disclosure(report_))
      out_ << "<li>" << escape_xml(sentence) << "</li>";
    out_ << "</ul></div></div>\n";
    close();
  }

  void write_strengths() {
    if (!report_.describes_abuse && report_.strengths.empty()) return;
    out_ << "<div class=\"card good\"><h3>Done well</h3>";
    if (report_.strengths.empty()) {
      out_ << "<p>Nothing is credited yet. Sentences that say who did it, what the child showed and what the "
              "other parent does from day to day will stand here.</p></div>";
      return;
    }
    out_ << "<ul>";
    for (const Strength& strength : report_.strengths)
      out_ << "<li>“" << escape_xml(without_places(report_, strength.span)) << "” <span class=\"muted\">"
           << escape_xml(strength.why) << "</span></li>";
    out_ << "</ul></div>";
  }

  void write_questions() {
    const std::vector<std::string> questions = best_questions(report_, kQuestions);
    if (questions.empty()) return;
    out_ << "<div class=\"card ask\"><h3>Questions that would help most</h3><ol>";
    for (const std::string& question : questions) out_ << "<li>" << escape_xml(question) << "</li>";
    out_ << "</ol></div>";
  }

  void write_pictures() {
    open("shows", kComponentsTitle);
    if (!report_.describes_abuse) write_no_acts();
    out_ << "<p class=\"sub\">This is about the writing. It rates no person and no risk.</p>";
    if (const std::string components = coverage_picture(report_); !components.empty()) {
      out_ << "<div class=\"pictures\"><div class=\"card\"><h3>The five components</h3>" << components
           << "</div>";
      if (const std::string criteria = criteria_picture(report_); !criteria.empty())
        out_ << "<div class=\"card\"><h3>The criteria of the case file audits</h3>" << criteria << "</div>";
      out_ << "<div class=\"card\"><h3>The balance of the writing</h3>" << balance_picture(report_)
           << "</div></div>\n";
      write_evidence();
    }
    write_partnering();
    close();
  }

  void write_no_acts() {
    out_ << "<p>" << say(Wording::no_abuse);
    for (const std::string& question : report_.questions) out_ << ' ' << escape_xml(question);
    out_ << "</p>";
  }

  void write_partnering() {
    if (report_.partnering.empty()) return;
    out_ << "<h3 class=\"evidence\">" << kPartneringTitle << "</h3><ul>";
    for (const Partnering& each : report_.partnering) {
      out_ << "<li>" << title_of(each.point) << ": ";
      if (each.told.empty())
        out_ << "not told. <span class=\"muted\">" << escape_xml(each.question) << "</span></li>";
      else
        out_ << "“" << escape_xml(without_places(report_, each.told)) << "”</li>";
    }
    out_ << "</ul>";
  }

  void write_evidence() {
    out_ << "<h3 class=\"evidence\">The words behind the components</h3>";
    for (const ComponentCoverage& coverage : report_.coverage) {
      if (coverage.evidence.empty() && coverage.prompts.empty()) continue;
      out_ << "<details><summary>" << title_of(coverage.component) << "</summary><ul>";
      for (const Evidence& evidence : coverage.evidence)
        out_ << "<li>“" << escape_xml(without_places(report_, evidence.span)) << "” <span class=\"muted\">"
             << escape_xml(evidence.indicator) << "</span></li>";
      for (const std::string& prompt : coverage.prompts) out_ << "<li>" << escape_xml(prompt) << "</li>";
      out_ << "</ul></details>";
    }
  }

  void write_map() {
    if (report_.events.empty()) return;
    open("map", "Who did what to whom, as the report tells it");
    if (const std::string map = map_picture(report_, id_); !map.empty())
      out_
          << "<div class=\"figure\">" << map
          << "</div><p class=\"muted\">From the people on the left to those on the right, with the number of "
             "acts. A "
             "broken line: told by someone in the report, alleged or disputed. The table has every act, as "
             "the program read it.</p>";
    out_ << table_begin("Acts told in " + name_,
                        header_row({"Who", "What", "To whom", "When, how often", "Who says so"}));
    for (const Event& event : report_.events) write_event(event);
    out_ << kTableEnd;
    close();
  }

  std::string person(std::uint32_t index, std::string_view otherwise) const {
    return index == kNone ? std::string(otherwise) : escape_xml(in_words(report_.cast.people[index]));
  }

  void write_event(const Event& event) {
    std::string targets;
    for (const std::uint32_t target : event.target)
      targets += (targets.empty() ? "" : ", ") + person(target, "");
    out_ << "<tr><td>" << person(event.agent, event.agent_in_sentence ? "not clear who" : "nobody named")
         << "</td><td>" << (event.negated ? "said not to have happened: " : "") << "“"
         << escape_xml(without_places(report_, event.span)) << "” <span class=\"muted\">"
         << spaced(name_of(event.tactic)) << "</span></td><td>"
         << (targets.empty() ? "no one named" : targets) << "</td><td>";
    out_ << words(event.when) << (event.when.empty() || event.frequency.empty() ? "" : "; ")
         << words(event.frequency) << "</td><td>" << person(event.told_by, "the writer");
    if (event.outcome != Outcome::none)
      out_ << ", " << words_for(event.outcome);
    else if (event.standing != Standing::unstated)
      out_ << ", " << name_of(event.standing);
    out_ << "</td></tr>";
  }

  void write_people() {
    open("people", "People, as the program understood them");
    out_ << "<p class=\"sub\">Roles come from what the report states or tells, or from what was declared; "
            "never from "
            "gender, title or surname.</p>"
         << table_begin("People and their roles in " + name_,
                        header_row({"Name", "Role", "What it rests on"}));
    for (const Person& each : report_.cast.people)
      if (has_telling_role(each)) write_person(each);
    out_ << kTableEnd;
    close();
  }

  void write_person(const Person& each) {
    out_ << "<tr><td>" << escape_xml(each.name);
    std::string aliases;
    for (const std::string& alias : each.aliases)
      aliases += (aliases.empty() ? "" : ", ") + escape_xml(alias);
    if (!aliases.empty()) out_ << "<br><span class=\"muted\">also " << aliases << "</span>";
    out_ << "</td><td>" << escape_xml(role_title(each)) << "</td><td>";
    for (const RoleClaim& claim : each.roles)
      if (!claim.evidence.empty())
        out_ << "<div>“" << words(claim.evidence) << "”" << (claim.role == each.role() ? "" : " (")
             << (claim.role == each.role() ? "" : std::string(title_of(claim.role)) + ")") << "</div>";
    if (each.basis() == Basis::declared) out_ << "<div>declared when the program was run</div>";
    out_ << "</td></tr>";
  }

  void write_text() {
    open("text", "The report and its findings");
    write_filter();
    out_ << marked_text(report_, id_, name_);
    close();
  }

  // Boxes that work by style alone: no script. Where a browser knows no :has(), all findings show.
  void write_filter() {
    std::map<std::string, std::pair<std::string, int>> categories;  // by class
    for (const Finding& finding : report_.findings) {
      auto& [title, count] = categories[category_class(finding)];
      title = finding.category ? category_title(finding) : "Other notes";
      ++count;
    }
    if (categories.size() < 2) return;
    out_ << "<fieldset class=\"filter-box\"><legend>Show findings about</legend><div class=\"filter\">";
    std::string rules;
    for (const auto& [name, category] : categories) {
      const std::string box = id_ + "-" + name;
      out_ << "<label><input type=\"checkbox\" checked id=\"" << box << "\">" << escape_xml(category.first)
           << " (" << category.second << ")</label>";
      const std::string off = ".doc:has(#" + box + ":not(:checked)) ";
      rules += off + ".finding." + name + "," + off + ".ref." + name + "{display:none}" + off + "mark." +
               name + "{background:none;border:0}";
    }
    out_ << "</div></fieldset><style>@media screen{" << rules << "}</style>\n";
  }

  void write_unread() {
    if (report_.document.skipped.empty() && report_.problems.empty() && report_.set_aside.empty()) return;
    open("unread", "Not read, and notes");
    out_ << "<ul>";
    for (const Skipped& part : report_.document.skipped)
      out_ << "<li>" << escape_xml(part.what) << ": " << escape_xml(part.why) << "</li>";
    for (const Problem& problem : report_.problems) out_ << "<li>" << escape_xml(problem.message) << "</li>";
    for (const SetAside& each : report_.set_aside)
      out_ << "<li>" << escape_xml(title_of(report_, each)) << "</li>";
    out_ << "</ul>";
    close();
  }

  std::ostream& out_;
  const DocumentReport& report_;
  std::string id_;
  std::string name_;
};

void write_problems(std::ostream& out, const Report& report) {
  if (report.problems.empty()) return;
  out << "<section aria-labelledby=\"problems\"><h2 id=\"problems\">Not read</h2><ul>";
  for (const Problem& problem : report.problems)
    out << "<li>" << escape_xml(problem.source) << ": " << escape_xml(problem.message) << "</li>";
  out << "</ul></section>\n";
}

}  // namespace

void print_html(std::ostream& out, const Report& report, const DocumentReport* old_draft) {
  const std::string title = report.documents.size() == 1
                                ? escape_xml(file_name(report.documents.front().document.source))
                                : counted(report.documents.size(), "report");
  out << "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
         "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\">\n<title>"
      << title << " – onus</title>\n<style>" << html_style() << "</style>\n</head>\n<body>\n"
      << "<header class=\"top\"><a class=\"skip\" href=\"#main\">Go to the report</a><p class=\"brand\">onus"
         "</p></header>\n<main id=\"main\">\n";
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const DocumentReport& document = report.documents[i];
    const std::string number = std::to_string(i + 1);
    const std::string name = report.documents.size() == 1 ? file_name(document.document.source)
                                                          : number + ". " + document.document.source;
    Page(out, document, "d" + number, name).write(old_draft);
  }
  write_problems(out, report);
  out << "<footer><p>onus " ONUS_VERSION
         " reads writing. It never rates a person, a parent or a family's risk, and what it says is for the "
         "writer "
         "to weigh. It is an independent project, not affiliated with or endorsed by the Safe &amp; Together "
         "Institute. This page holds the text of the report: keep it as you keep the report.</p></footer>\n"
         "</main>\n</body>\n</html>\n";
}

}  // namespace onus
