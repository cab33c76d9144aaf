// SPDX-License-Identifier: Apache-2.0
// Rules read from memory and from disk, what is wrong with them, and standards picked from them.
#include "handles.hpp"
#include "source_dir.hpp"

#include <tieuchi/config.hpp>
#include <tieuchi/limits.hpp>

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>

namespace test_rulebook {

namespace {

using namespace tests::c;

struct refused {
    tieuchi_status status;
    tieuchi_error error;
    diagnostics problems;
};

/// What a call says that must fail, and whose handle must be NULL then.
template <class Handle, class Call>
refused refusal_of(const Call& call) {
    auto* out = reinterpret_cast<Handle*>(&refusal_of<Handle, Call>); // must be overwritten
    tieuchi_diagnostics* problems = nullptr;
    refused one{};
    one.status = call(&out, &problems, &one.error);
    one.problems.reset(problems);
    CHECK(out == nullptr);
    CHECK(one.error.status == one.status);
    return one;
}

refused parse_refused(const std::vector<tieuchi_source>& sources, const tieuchi_limits* limits = nullptr) {
    return refusal_of<tieuchi_rulebook>([&](auto* out, auto* problems, auto* error) {
        return tieuchi_rulebook_parse(out, problems, sources.data(), sources.size(), limits, error);
    });
}

tieuchi_source source(const char* name, const std::string& text) { return {name, text.data(), text.size(), 0, 0, 0}; }

} // namespace

TEST_CASE("the library tells its version") {
    CHECK(std::string(tieuchi_library_version()) == TIEUCHI_VERSION);
    CHECK(tieuchi_library_abi() == TIEUCHI_ABI_VERSION);
}

TEST_CASE("rules from several sources in memory") {
    const std::string head = rules.substr(0, rules.find("standard office_class"));
    const std::string rest = "part of \"1/2020/TEST\"\n" + rules.substr(rules.find("standard office_class"));
    const tieuchi_source both[] = {source("head.tieuchi", head), source("rest.tieuchi", rest)};
    tieuchi_diagnostics* problems = nullptr;
    const auto book =
        made<rulebook>([&](auto* out, auto* error) { return tieuchi_rulebook_parse(out, &problems, both, 2, nullptr, error); });
    const diagnostics warnings(problems);
    CHECK(tieuchi_diagnostics_count(warnings.get()) == 6);
    const auto first = filled<tieuchi_diagnostic>(
        [&](auto* out, auto* error) { return tieuchi_diagnostics_describe(out, warnings.get(), 0, error); });
    CHECK(first.severity == TIEUCHI_SEVERITY_WARNING);
    CHECK(std::string(first.code) == "W304");
    CHECK(std::string(first.file) == "rest.tieuchi");
    CHECK(first.line == 6);
    CHECK(first.column == 13);
    CHECK(rest.substr(first.begin, first.end - first.begin) == "counted");
    CHECK(text_of([&](auto* out, auto* length, auto* error) {
              return tieuchi_diagnostics_text(out, length, warnings.get(), error);
          }).find("warning[W304]: no rule uses the reading `counted`\n --> rest.tieuchi:6:13\n") == 0);

    CHECK(tieuchi_rulebook_standard_count(book.get()) == 1);
    CHECK(std::string(tieuchi_rulebook_standard_name(book.get(), 0)) == "office_class");
    CHECK(tieuchi_rulebook_standard_name(book.get(), 1) == nullptr);
    CHECK(tieuchi_rulebook_kind_count(book.get()) == 2);
    CHECK(std::string(tieuchi_rulebook_kind(book.get(), 1)) == "branch");
    CHECK(tieuchi_rulebook_kind(book.get(), 2) == nullptr);
    CHECK(std::strlen(tieuchi_rulebook_digest(book.get())) == 36);
    REQUIRE(tieuchi_rulebook_document_count(book.get()) == 1);
    const auto document = filled<tieuchi_document>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_document(out, book.get(), 0, "vi", error); });
    CHECK(std::string(document.number) == "1/2020/TEST");
    CHECK(std::string(document.title) == "Thử");
    CHECK(std::string(document.issuer).empty());
    CHECK(document.status == TIEUCHI_DOCUMENT_ILLUSTRATIVE);
    CHECK(std::string(document.in_force_from) == "2020-01-01");
    CHECK(std::string(document.in_force_to).empty());
}

TEST_CASE("rules that are refused tell every problem") {
    const std::string bad = "document \"1\" {\n  titel \"T\"\n}\nstandard s for a {\n  facts { x count y }\n}\n";
    const auto one = parse_refused({source("bad.tieuchi", bad)});
    CHECK(one.status == TIEUCHI_BAD_RULES);
    CHECK(std::string(one.error.code).substr(0, 1) == "E");
    CHECK(std::string(one.error.where) == "bad.tieuchi:2:3");
    CHECK(std::string(one.error.message).find("titel") != std::string::npos);
    CHECK(tieuchi_diagnostics_count(one.problems.get()) >= 2);

    const auto latin = parse_refused({source("latin.tieuchi", "document \"Th\xF4ng\" {}")});
    CHECK(latin.status == TIEUCHI_BAD_RULES);
    CHECK(std::string(latin.error.code) == "E103");

    // It is the same without a list, and without an error.
    const tieuchi_source source_of = source("bad.tieuchi", bad);
    tieuchi_rulebook* out = nullptr;
    CHECK(tieuchi_rulebook_parse(&out, nullptr, &source_of, 1, nullptr, nullptr) == TIEUCHI_BAD_RULES);
    CHECK(out == nullptr);
}

TEST_CASE("rules from disk") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    CHECK(tieuchi_rulebook_document_count(book.get()) == 3);
    const char* const both[] = {
        TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021", TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-124-2021/",
        TIEUCHI_SOURCE_DIR "/dsl/vn/bca/circular-23-2012", TIEUCHI_SOURCE_DIR "/dsl/./vn/bca/circular-23-2012/commune.tieuchi"};
    const auto two =
        made<rulebook>([&](auto* out, auto* error) { return tieuchi_rulebook_load(out, nullptr, both, 4, nullptr, error); });
    CHECK(tieuchi_rulebook_document_count(two.get()) == 2);

    const char* const missing[] = {TIEUCHI_SOURCE_DIR "/dsl/vn", "/no/such/place"};
    const auto one = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_load(out, problems, missing, 2, nullptr, error); });
    CHECK(one.status == TIEUCHI_BAD_RULES);
    CHECK(std::string(one.error.code) == "E505");
    CHECK(std::string(one.error.where) == "/no/such/place");
}

TEST_CASE("what in a folder cannot be read is a problem") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / ("tieuchi-c." + std::to_string(::getpid()));
    fs::create_directory(folder);
    std::ofstream(folder / "rules.tieuchi") << rules;
    fs::create_symlink("nowhere", folder / ".#rules.tieuchi");
    const std::string name = folder.string();
    CHECK(tieuchi_rulebook_document_count(load(name.c_str()).get()) == 1);
    fs::create_symlink("nowhere", folder / "gone.tieuchi");
    const char* const path = name.c_str();
    const auto one = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_load(out, problems, &path, 1, nullptr, error); });
    CHECK(one.status == TIEUCHI_BAD_RULES);
    CHECK(std::string(one.error.code) == "E505");
    CHECK(std::string(one.error.where) == (folder / "gone.tieuchi").generic_string());
    fs::remove_all(folder);
}

TEST_CASE("every limit holds, and each is the default when it is 0") {
    const auto standing = filled<tieuchi_limits>([](auto* out, auto* error) { return tieuchi_limits_default(out, error); });
    const tieuchi::limits known;
    CHECK(standing.file_bytes == known.file_bytes);
    CHECK(standing.files == known.files);
    CHECK(standing.documents == known.documents);
    CHECK(standing.standards == known.standards);
    CHECK(standing.nesting == known.nesting);
    CHECK(standing.criteria == known.criteria);
    CHECK(standing.facts == known.facts);
    CHECK(standing.diagnostics == known.diagnostics);
    CHECK(standing.parts == known.parts);

    const auto with = [](const auto& change) {
        tieuchi_limits bounds = TIEUCHI_LIMITS_INIT;
        change(bounds);
        return parse_refused(
            {source("test.tieuchi", rules),
             source("other.tieuchi", "document \"2\" { title \"2\" status draft in force from 2000-01-01 }\n"
                                     "standard second for branch { facts { a yes_no } criterion 1 \"1\" when ((((a)))) outcome "
                                     "met when every criterion is met outcome not_met otherwise }")},
            &bounds);
    };
    CHECK(std::string(with([](auto& bounds) { bounds.file_bytes = 100; }).error.code) == "E101");
    for (const auto limit : {&tieuchi_limits::documents, &tieuchi_limits::standards, &tieuchi_limits::nesting,
                             &tieuchi_limits::criteria, &tieuchi_limits::facts}) {
        const auto one = with([&](auto& bounds) { bounds.*limit = 1; });
        CHECK(one.status == TIEUCHI_BAD_RULES);
        const bool nested = limit == &tieuchi_limits::nesting;
        CHECK(std::string(one.error.code) == (nested ? "E114" : "E312"));
        CHECK(std::string(one.error.message).find("more than 1") != std::string::npos);
    }
    std::string doubled =
        "document \"2\" { title \"2\" status draft in force from 2000-01-01 }\nstandard s for k { facts { a yes_no } "
        "criterion 0 when a ";
    for (int i = 1; i < 12; ++i) {
        const std::string before = std::to_string(i - 1);
        doubled += "criterion " + std::to_string(i) + " all of { a same as " + before + " b same as " + before + " } ";
    }
    doubled += "outcome met when every criterion is met outcome not_met otherwise }";
    tieuchi_limits small = TIEUCHI_LIMITS_INIT;
    small.parts = 1;
    CHECK(std::string(parse_refused({source("test.tieuchi", doubled)}, &small).error.code) == "E312");
    tieuchi_limits few = TIEUCHI_LIMITS_INIT;
    few.files = 2;
    const char* const path = TIEUCHI_SOURCE_DIR "/dsl/vn";
    const auto many = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_load(out, problems, &path, 1, &few, error); });
    CHECK(std::string(many.error.code) == "E507");
    std::string hopeless;
    for (int i = 0; i < 50; ++i) { hopeless += "standard \n"; }
    few = {};
    few.struct_size = sizeof few;
    few.diagnostics = 3;
    CHECK(tieuchi_diagnostics_count(parse_refused({source("bad.tieuchi", hopeless)}, &few).problems.get()) <= 4);
}

TEST_CASE("to load nothing is an error") {
    const tieuchi_source one = source("test.tieuchi", rules);
    const char* const empty = "";
    const char* const path = TIEUCHI_SOURCE_DIR "/dsl/vn";
    const auto parsed = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_parse(out, problems, &one, 0, nullptr, error); });
    CHECK(parsed.status == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(parsed.error.message) == "`count` is 0: there are no sources to read");
    CHECK(std::string(parsed.error.help) == "hand in one rule file at least");
    const auto loaded = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_load(out, problems, &path, 0, nullptr, error); });
    CHECK(loaded.status == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(loaded.error.message) == "`count` is 0: there are no paths to read");
    const auto nowhere = refusal_of<tieuchi_rulebook>(
        [&](auto* out, auto* problems, auto* error) { return tieuchi_rulebook_load(out, problems, &empty, 1, nullptr, error); });
    CHECK(nowhere.status == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(nowhere.error.message) == "`path` is empty");
}

TEST_CASE("a standard that is retained outlives the list, and shares what was borrowed") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    const tieuchi_selection how = on("2022-11-15");
    auto all = made<standards>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_standards_for(out, nullptr, book.get(), "agency", &how, error); });
    const tieuchi_standard* const listed = tieuchi_standards_at(all.get(), 0);
    const char* const kind = tieuchi_standard_kind(listed, 0);
    auto first = made<standard>([&](auto* out, auto* error) { return tieuchi_standard_retain(out, listed, error); });
    const auto second = made<standard>([&](auto* out, auto* error) { return tieuchi_standard_retain(out, first.get(), error); });
    CHECK(first != second);
    all.reset();
    first.reset();
    CHECK(tieuchi_standard_kind(second.get(), 0) == kind);
    CHECK(std::string(kind) == "agency");
    CHECK(summary(assess(facts_for(second)).get()).decided == 0);
}

TEST_CASE("standards are picked by name, or for a kind") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    const tieuchi_selection how = on("2022-11-15");
    const auto all = made<standards>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_standards_for(out, nullptr, book.get(), "agency", &how, error); });
    REQUIRE(tieuchi_standards_count(all.get()) == 2);
    const auto second = filled<tieuchi_standard_summary>([&](auto* out, auto* error) {
        return tieuchi_standard_describe(out, tieuchi_standards_at(all.get(), 1), nullptr, error);
    });
    CHECK(std::string(second.name) == "movement");
    CHECK(second.scored == 1);
    CHECK(tieuchi_standards_at(all.get(), 2) == nullptr);

    const auto wrong = [&](const char* name, const tieuchi_selection& by) {
        auto one = refusal_of<tieuchi_standard>([&](auto* out, auto* problems, auto* error) {
            return tieuchi_rulebook_standard(out, problems, book.get(), name, &by, error);
        });
        CHECK(one.status == TIEUCHI_BAD_SELECTION);
        CHECK(tieuchi_diagnostics_count(one.problems.get()) > 0);
        CHECK(std::string(one.error.where) == name);
        return std::string(one.error.code) + " " + one.error.help;
    };
    CHECK(wrong("agency_safty", how) == "E501 did you mean `agency_safety`?");
    CHECK(wrong("agency_safety", on("2011-01-01")).substr(0, 4) == "E502");
    tieuchi_selection elsewhere = how;
    elsewhere.jurisdiction = "Nowhere";
    CHECK(wrong("agency_safety", elsewhere).substr(0, 4) == "E508");
    const tieuchi_chosen_reading chosen[] = {{"discipline_qualifies", "nonsense", 0, 0, nullptr},
                                             {"nonsense", "nonsense", 0, 0, nullptr}};
    tieuchi_selection readings = how;
    readings.readings = chosen;
    readings.reading_count = 2;
    CHECK(wrong("agency_safety", readings).substr(0, 4) == "E504");
    CHECK(refusal_of<tieuchi_standards>([&](auto* out, auto* problems, auto* error) {
              return tieuchi_rulebook_standards_for(out, problems, book.get(), "planet", &how, error);
          }).status == TIEUCHI_BAD_SELECTION);
}

TEST_CASE("what is selected shows in the standard") {
    const auto book = load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    const tieuchi_chosen_reading chosen{"recognised_share", "each_kind", 0, 0, nullptr};
    tieuchi_selection how = on("2022-11-15");
    how.readings = &chosen;
    how.reading_count = 1;
    how.year = 2021;
    const auto one = made<standard>([&](auto* out, auto* error) {
        return tieuchi_rulebook_standard(out, nullptr, book.get(), "commune_safety", &how, error);
    });
    const auto told = filled<tieuchi_standard_summary>(
        [&](auto* out, auto* error) { return tieuchi_standard_describe(out, one.get(), "vi", error); });
    CHECK(std::string(told.on) == "2022-11-15");
    CHECK(std::string(told.period_last).substr(0, 4) == "2021");
    REQUIRE(told.reading_count > 0);
    const auto reading =
        filled<tieuchi_reading>([&](auto* out, auto* error) { return tieuchi_standard_reading(out, one.get(), 0, "en", error); });
    CHECK(std::string(reading.name) == "recognised_share");
    CHECK(reading.chosen != reading.default_option);
    const auto option = filled<tieuchi_option>(
        [&](auto* out, auto* error) { return tieuchi_standard_reading_option(out, one.get(), 0, reading.chosen, "en", error); });
    CHECK(std::string(option.name) == "each_kind");
}

} // namespace test_rulebook
