#include "archive/audit.h"

#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "archive/audit_csv.h"
#include "archive/audit_html.h"
#include "archive/audit_json.h"
#include "archive/audit_text.h"
#include "archive/schema.h"
#include "archive/temporary_folder.h"
#include "text/failure.h"

namespace onus {
namespace {

// What a test says of one report; the rest is as in any other.
struct Made {
  std::string area;
  std::string date = "2017-03-01";
  std::string level = "absent";         // of the perpetrator's pattern
  std::string plan = "not-applicable";  // of the plan
  int errors = 0;
  bool abuse = true;
};

// A store filled row by row, without a scan.
class MadeStore {
 public:
  MadeStore() : database_((folder_.write("made.db", ""), folder_.file("made.db")), Database::Access::write) {
    prepare_schema(database_, folder_.file("made.db"));
    run("1", "k1");
  }

  void run(const std::string& number, const std::string& knowledge) {
    run_ = number;
    knowledge_ = knowledge;
    database_.execute("INSERT INTO runs (run, started, version, knowledge) VALUES (" + number +
                      ", '', '1', '" + knowledge + "')");
  }

  // Its document.
  std::int64_t document(const std::string& content, const Made& made) {
    Statement(
        database_,
        "INSERT INTO documents (content, knowledge, format, kind, words, describes_abuse, perpetrator_acts, "
        "survivor_deficits) VALUES (?, ?, 'docx', 'assessment', 1000, ?, 0, 0)")
        .bind(content)
        .bind(knowledge_)
        .bind(std::int64_t{made.abuse})
        .run();
    const std::int64_t document = database_.last_row();
    for (int i = 0; i < kComponents; ++i)
      insert("coverage (document, component, level, evidence)", document, name_of(static_cast<Component>(i)),
             i == 0 ? made.level : std::string("mentioned"), ", 0");
    for (int i = 0; i < kCriteria; ++i)
      insert("criteria (document, criterion, rating)", document, name_of(static_cast<Criterion>(i)),
             !made.abuse ? "not-applicable"
             : i == 2    ? made.plan
                         : std::string("not-met"),
             "");
    for (int i = 0; i < made.errors; ++i)
      Statement(database_,
                "INSERT INTO findings VALUES (?, ?, 'failure-to-protect', 'victim-blaming', 'error', 1, 2, "
                "0, 9, 'f')")
          .bind(document)
          .bind(std::int64_t{i})
          .run();
    return document;
  }

  void file(const std::string& path, std::int64_t document, const Made& made) {
    Statement(database_, "INSERT INTO files (path, stamp, document, run) VALUES (?, '', ?, ?)")
        .bind(path)
        .bind(document)
        .bind(run_)
        .run();
    const std::int64_t file = database_.last_row();
    for (const auto& [field, value] :
         {std::pair<std::string, std::string>{"area", made.area}, {"date", made.date}})
      if (!value.empty())
        Statement(database_, "INSERT INTO metadata VALUES (?, ?, ?)")
            .bind(file)
            .bind(field)
            .bind(value)
            .run();
  }

  void add(int count, const Made& made) {
    for (int i = 0; i < count; ++i, ++reports_)
      file("/archive/" + std::to_string(reports_) + ".docx", document("c" + std::to_string(reports_), made),
           made);
  }

  void execute(const std::string& sql) { database_.execute(sql); }
  std::string path(const std::string& name) const { return folder_.file(name); }
  const TemporaryFolder& folder() const { return folder_; }

  AuditRequest request() const {
    AuditRequest request;
    request.store = folder_.file("made.db");
    return request;
  }
  Audit audit(const std::function<void(AuditRequest&)>& change = [](AuditRequest&) {}) const {
    AuditRequest asked = request();
    change(asked);
    return onus::audit(asked);
  }

 private:
  void insert(const std::string& table, std::int64_t document, std::string_view name,
              const std::string& value, const std::string& more) {
    Statement(database_, "INSERT INTO " + table + " VALUES (?, ?, ?" + more + ")")
        .bind(document)
        .bind(name)
        .bind(value)
        .run();
  }

  TemporaryFolder folder_;
  Database database_;
  std::string run_, knowledge_;
  int reports_ = 0;
};

constexpr Measure kPattern{Measure::Kind::component, 0, 2};
constexpr Measure kPlan{Measure::Kind::criterion, 2, 3};

std::string shown(const Grouping& grouping) {
  std::string names;
  for (const Group& group : grouping.shown)
    names += group.name + ":" + std::to_string(group.tally.reports) + " ";
  return names;
}

TEST(Audit, ReproducesTheShares) {
  MadeStore store;
  store.add(3, {"", "2014", "specific", "fully-met"});
  store.add(23, {"", "2014", "absent", "not-met"});
  store.add(4, {"", "2014", "absent", "not-applicable"});
  const Audit audit = store.audit();
  EXPECT_EQ(share_of(kPattern, audit.all).of, 30);
  EXPECT_EQ(share_of(kPlan, audit.all).of, 26) << "not-applicable is left out";
  EXPECT_EQ(rounded_percent(share_of(kPlan, audit.all)), 12);
  EXPECT_EQ(share_of({Measure::Kind::criterion, 2, 0}, audit.all).count, 4);
}

TEST(Audit, CountsAReportOnceHoweverManyFilesHoldIt) {
  MadeStore store;
  store.add(12, {"North"});
  const Made both{"North", "2017", "specific"};
  const std::int64_t document = store.document("twice", both);
  store.file("/archive/a.docx", document, both);
  store.file("/archive/b.docx", document, both);
  Made south = both;
  south.area = "South";
  store.file("/archive/south.docx", document, south);
  store.add(12, {"South"});
  const Audit audit = store.audit([](AuditRequest& request) { request.cohort = "area"; });
  EXPECT_EQ(audit.all.reports, 25);
  EXPECT_EQ(audit.data.counts.same_text, 2);
  EXPECT_EQ(shown(*audit.cohorts), "North:13 South:13 ");
}

TEST(Audit, CountsWhatTheNewestRulesFound) {
  MadeStore store;
  store.add(11, {});
  store.file("/archive/old.docx", store.document("same", {"", "2017", "absent", "not-met", 5}), {});
  store.run("2", "k2");
  store.file("/archive/new.docx", store.document("same", {"", "2017", "specific", "not-met", 1}), {});
  const Audit audit = store.audit();
  EXPECT_EQ(audit.all.reports, 12);
  EXPECT_EQ(share_of(kPattern, audit.all).count, 1);
  EXPECT_EQ(audit.all.categories[0].findings, 1);
  EXPECT_EQ(audit.data.counts.older, 11);
  EXPECT_EQ(audit.data.counts.not_seen, 12);
}

TEST(Audit, LeavesReportsThatSpeakOfNoAbuseOutOfTheComponents) {
  MadeStore store;
  store.add(10, {"", "2017", "specific"});
  Made other{"", "2017", "absent", "not-applicable", 1, false};
  store.add(5, other);
  const Audit audit = store.audit();
  EXPECT_EQ(share_of(kPattern, audit.all).of, 10);
  EXPECT_EQ(audit.all.with_error, 5) << "wording counts in all";
  EXPECT_EQ(audit.data.counts.without_abuse, 5);
}

TEST(Audit, CountsWhatCouldNotBeRead) {
  MadeStore store;
  store.add(10, {});
  store.execute("INSERT INTO files (path, stamp, problem, run) VALUES ('/x', '', 'may not be opened', 1)");
  store.execute(
      "INSERT INTO documents (content, knowledge, words, describes_abuse, perpetrator_acts, "
      "survivor_deficits) "
      "VALUES ('bad', 'k1', 0, 0, 0, 0)");
  store.execute(
      "INSERT INTO files (path, stamp, document, run) SELECT '/y', '', max(document), 1 FROM documents");
  EXPECT_EQ(store.audit().data.counts.unreadable, 2);
  EXPECT_EQ(store.audit().data.counts.files, 12);
}

// Areas with so many reports, and which are shown.
TEST(Audit, HidesSmallCohortsAndWhatWouldTellOfThem) {
  const struct {
    std::vector<int> sizes;  // of A, B, C …
    std::string shown;
    bool for_safety;
  } kCases[] = {
      {{30, 20, 10}, "A:30 B:20 C:10 ", false},
      {{30, 20, 9}, "A:30 ", true},              // the one alone could be worked out
      {{30, 20, 9, 8}, "A:30 B:20 ", false},     // two of 17 together
      {{30, 20, 12, 4, 3}, "A:30 B:20 ", true},  // two, but of seven together
      {{30, 9}, "", true},
      {{9, 8}, "", false},
  };
  for (const auto& [sizes, expected, for_safety] : kCases) {
    MadeStore store;
    for (std::size_t i = 0; i < sizes.size(); ++i)
      store.add(sizes[i], {std::string(1, static_cast<char>('A' + i))});
    const Audit audit = store.audit([](AuditRequest& request) { request.cohort = "area"; });
    EXPECT_EQ(shown(*audit.cohorts), expected);
    EXPECT_EQ(audit.cohorts->for_safety, for_safety) << expected;
  }
}

TEST(Audit, ThoseWithoutAValueAreAGroupToo) {
  MadeStore store;
  store.add(30, {"A"});
  store.add(15, {"B"});
  store.add(3, {""});
  const Audit audit = store.audit([](AuditRequest& request) { request.cohort = "area"; });
  EXPECT_EQ(shown(*audit.cohorts), "A:30 ") << "three without an area could be worked out from B";
}

TEST(Audit, ComparesOnlyWhatIsShown) {
  MadeStore store;
  store.add(30, {"A", "2017", "specific"});
  store.add(20, {"B"});
  store.add(12, {"C"});
  store.add(4, {"D"});
  const auto compare = [&](const std::string& first, const std::string& second) {
    return *store.audit([&](AuditRequest& request) { request.compare = {"area", first, second}; }).comparison;
  };
  EXPECT_EQ(compare("A", "B").refused, "");
  EXPECT_EQ(compare("A", "D").refused.find("“D” is not among"), 0U);
  EXPECT_EQ(compare("A", "C").refused.find("“C” is not among"), 0U);
  EXPECT_EQ(compare("A", "Nowhere").refused.find("“Nowhere” is not among"), 0U);
  const ComparedMeasure row = compare("A", "B").rows.front();
  EXPECT_EQ(row.difference.value, -1);
  EXPECT_LT(row.p, 1e-9);
  EXPECT_TRUE(row.small);
  EXPECT_TRUE(row.odds.corrected);
}

TEST(Audit, UnderTenReportsThereAreNoFigures) {
  MadeStore store;
  store.add(9, {"A", "2017", "specific", "fully-met", 2});
  const Audit audit = store.audit([](AuditRequest& request) { request.cohort = "area"; });
  EXPECT_TRUE(audit.too_few);
  std::ostringstream text, json;
  print_audit_text(text, audit);
  print_audit_json(json, audit);
  EXPECT_EQ(text.str().find('%'), std::string::npos) << text.str();
  EXPECT_NE(json.str().find("\"figures\": []"), std::string::npos);
}

TEST(Audit, MakesNoFigureForAPerson) {
  for (const std::string field :
       {"author", "social-worker", "Last-Modified-By", "lastModifiedBy", "worker name"}) {
    AuditRequest request;
    request.cohort = field;
    EXPECT_THROW(check_request(request), Failure) << field;
  }
  AuditRequest request;
  request.cohort = "area";
  check_request(request);
  request.compare = CohortPair{"creator", "a", "b"};
  EXPECT_THROW(check_request(request), Failure);
}

TEST(Audit, DatesAreInWhereTheySurelyAre) {
  const struct {
    const char *date, *since, *until;
    bool within;
  } kCases[] = {{"2017-03-05", "2017", "2017", true},
                {"2017-03-05", "2017-03", "", true},
                {"2017-03-05", "2017-03-06", "", false},
                {"2017-03-05", "", "2017-02", false},
                {"2017", "2016-05", "", true},
                {"2017", "2017-05", "", false},
                {"2017", "", "2017-05", false},
                {"2017", "", "2017", true},
                {"", "2017", "", false},
                {"soon", "", "2017", false},
                {"", "", "", true},
                {"2017-12-31", "", "2017", true}};
  for (const auto& [date, since, until, within] : kCases)
    EXPECT_EQ(is_within(date, since, until), within) << date << " from " << since << " to " << until;
  EXPECT_EQ(period_of("2017-05-01", Period::quarter), "2017 Q2");
  EXPECT_EQ(period_of("2017-12", Period::quarter), "2017 Q4");
  EXPECT_EQ(period_of("2017", Period::quarter), "");
  EXPECT_EQ(period_of("2017-05-01", Period::year), "2017");
}

TEST(Audit, FiguresFollowTheDates) {
  MadeStore store;
  store.add(12, {"", "2014-06-01", "absent"});
  store.add(11, {"", "2017", "specific"});
  store.add(10, {"", "", "specific"});
  EXPECT_EQ(shown(store.audit().periods), "2014:12 2017:11 :10 ");
  const Audit since = store.audit([](AuditRequest& request) { request.since = "2015"; });
  EXPECT_EQ(since.all.reports, 11);
  EXPECT_EQ(since.data.counts.outside, 22);
  EXPECT_EQ(since.data.counts.undated, 10);
}

TEST(Audit, TheReportsThatGainMostComeFirst) {
  MadeStore store;
  store.add(8, {"", "2017", "specific"});
  store.add(1, {"", "2017", "absent", "not-met", 1});
  store.add(1, {"", "2017", "absent", "not-met", 7});
  store.add(1, {"", "2017", "specific", "not-met", 9});
  store.add(1, {"", "2017", "absent", "not-applicable", 0, false});
  const Audit audit = store.audit();
  std::string order;
  for (const std::size_t report : audit.to_read) order += audit.data.reports[report].paths.front() + " ";
  EXPECT_EQ(order, "/archive/9.docx /archive/8.docx /archive/10.docx ");
}

TEST(Audit, ASampleIsDrawnByShareAndSeed) {
  MadeStore store;
  store.add(60, {"A"});
  store.add(30, {"B"});
  const auto draw = [&](std::uint64_t seed) {
    const Audit audit = store.audit([&](AuditRequest& request) {
      request.cohort = "area";
      request.sample = 9;
      request.seed = seed;
    });
    std::string names;
    for (const SampledReport& each : audit.sample)
      names += report_name(audit, each.report) + each.cohort + " ";
    return names;
  };
  EXPECT_EQ(draw(1), draw(1));
  EXPECT_NE(draw(1), draw(2));
  const std::string names = draw(1);
  EXPECT_EQ(std::count(names.begin(), names.end(), 'A'), 6);
  EXPECT_EQ(std::count(names.begin(), names.end(), 'B'), 3);
}

TEST(Audit, ReadersAreComparedWithEachOtherAndTheProgram) {
  MadeStore store;
  store.add(12, {"", "2017", "absent", "not-met"});
  std::string csv = "path,reader,item,rating\r\n";
  for (int i = 0; i < 12; ++i) {
    const std::string path = std::to_string(i) + ".docx";
    csv += path + ",R1,perpetrator-pattern," + (i < 6 ? "Absent" : "specific") + "\r\n";
    csv += "/archive/" + path + ",R2,perpetrator pattern," + (i < 5 ? "absent" : "specific") + "\r\n";
    csv += path + ",R1,plan," + (i < 3 ? "not-applicable" : "not-met") + "\r\n";
  }
  csv += "gone.docx,R1,plan,not-met\r\n0.docx,R1,plan,good\r\n0.docx,R1,plot,not-met\r\n";
  store.folder().write("ratings.csv", csv);
  const Audit audit =
      store.audit([&](AuditRequest& request) { request.ratings = store.path("ratings.csv"); });
  const RatingsResult& ratings = *audit.ratings;
  EXPECT_EQ(ratings.reports, 12);
  EXPECT_EQ(ratings.twice, 12);
  EXPECT_EQ(ratings.complaints.size(), 3U);
  const auto of = [&](const std::string& between, Measure::Kind kind, std::size_t index) {
    for (const RaterAgreement& each : ratings.agreements)
      if (each.between == between && each.kind == kind && each.index == index) return each;
    return RaterAgreement{};
  };
  const RaterAgreement readers = of("the readers", Measure::Kind::component, 0);
  EXPECT_EQ(readers.pairs, 12);
  EXPECT_EQ(readers.same, 11);
  ASSERT_TRUE(readers.kappa);
  EXPECT_NEAR(readers.kappa->value, (11.0 / 12 - 0.5) / 0.5, 1e-9);
  const RaterAgreement plan = of("the first reader and the program", Measure::Kind::criterion, 2);
  EXPECT_EQ(plan.unsettled, 3);
  EXPECT_EQ(plan.same, 9);
  EXPECT_FALSE(plan.kappa) << "nine are too few";
  EXPECT_EQ(ratings.disagreements.size(), 10U)
      << "one between readers, six with the program, three on the plan";
}

TEST(Audit, RedactedOutputsHoldNoPath) {
  MadeStore store;
  store.add(12, {"A", "2017", "absent", "not-met", 1});
  store.folder().write("ratings.csv",
                       "path,reader,item,rating\n0.docx,Dana Whitlock,plan,fully-met\nx.docx,Z,plan,\n");
  for (const bool redact : {false, true}) {
    const Audit audit = store.audit([&](AuditRequest& request) {
      request.sample = 3;
      request.redact = redact;
      request.ratings = store.path("ratings.csv");
    });
    for (const auto print : {print_audit_text, print_audit_csv, print_audit_json, print_audit_html}) {
      std::ostringstream out;
      print(out, audit);
      EXPECT_EQ(out.str().find("/archive/") == std::string::npos, redact);
      EXPECT_EQ(out.str().find("made.db") == std::string::npos, redact || print == print_audit_csv);
      EXPECT_EQ(out.str().find("Whitlock"), std::string::npos);
    }
  }
}

TEST(Audit, ACellIsNoFormulaAndATagIsNoTag) {
  MadeStore store;
  store.add(12, {"=HYPERLINK(1)"});
  store.add(12, {"<b>x</b>"});
  const Audit audit = store.audit([](AuditRequest& request) { request.cohort = "area"; });
  std::ostringstream csv, html;
  print_audit_csv(csv, audit);
  print_audit_html(html, audit);
  EXPECT_EQ(csv.str().find(",\"=HYPER"), std::string::npos);
  EXPECT_NE(csv.str().find("\"'=HYPERLINK(1)\""), std::string::npos);
  EXPECT_EQ(html.str().find("<b>x</b>"), std::string::npos);
  EXPECT_EQ(html.str().find("<script"), std::string::npos);
}

TEST(Audit, AnUnknownFieldIsSaidWithThoseThatThereAre) {
  MadeStore store;
  store.add(12, {"A"});
  try {
    store.audit([](AuditRequest& request) { request.cohort = "team"; });
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("there are area, date, kind and format"), std::string::npos)
        << failure.what();
  }
  EXPECT_EQ(shown(*store.audit([](AuditRequest& request) { request.cohort = "kind"; }).cohorts),
            "assessment:12 ");
}

TEST(Audit, AStoreOfTheFirstVersionIsReadToo) {
  MadeStore store;
  store.add(12, {""});
  store.execute("DROP TABLE metadata; PRAGMA user_version = 1");
  EXPECT_EQ(store.audit().all.reports, 12);
  EXPECT_THROW(store.audit([](AuditRequest& request) { request.cohort = "area"; }), Failure);
}

}  // namespace
}  // namespace onus
