// SPDX-License-Identifier: Apache-2.0
// Every production but expressions: what comes of it and where it stands.
#include "support/catch.hpp"
#include "unit/syntax/reading.hpp"

namespace test_statements {

using namespace tieuchi_tests;

namespace {

template <class Words>
std::string joined(const Words& words) {
    std::string all;
    for (const auto& one : words) { all += (all.empty() ? "" : " ") + std::string(one.text); }
    return all;
}

/// `vi:Đạt en:Met -:plain`
std::string joined_texts(const syntax::texts& texts) {
    std::string all;
    for (const auto& one : texts) {
        all += all.empty() ? "" : " ";
        all += (one.language ? std::string(one.language->text) : "-") + ':' + std::string(one.value.raw);
    }
    return all;
}

reading good(reading made) {
    INFO(made.messages());
    CHECK(made.problems.empty());
    return made;
}

} // namespace

TEST_CASE("a document") {
    const reading made = good(read(R"(
document "124/2021/TT-BCA" {
    title    vi "Tiêu chuẩn" en "Standard"
    issuer   "Bộ Công an"
    status   official
    in force from 2022-02-10 to 2025-07-01
    replaces "23/2012/TT-BCA"
    source   "https://example.org/x"
    note     "a \"quoted\" \\ word"
    facts    { staff count }
    in force from 2026-01-01
}   # end
)"));
    REQUIRE(made.tree.items.size() == 1);
    const auto& document = std::get<syntax::document>(made.tree.items[0]);
    CHECK(document.number.raw == "124/2021/TT-BCA");
    CHECK(made.text(document.number.at) == "\"124/2021/TT-BCA\"");
    CHECK(made.text(document.at).starts_with("document"));
    CHECK(made.text(document.at).ends_with("\n}"));
    REQUIRE(document.items.size() == 9);
    const auto& title = std::get<syntax::title>(document.items[0]);
    CHECK(joined_texts(title.value) == "vi:Tiêu chuẩn en:Standard");
    CHECK(made.text(title.at) == "title    vi \"Tiêu chuẩn\" en \"Standard\"");
    CHECK(made.text(title.value[0].language->at) == "vi");
    CHECK(joined_texts(std::get<syntax::issuer>(document.items[1]).value) == "-:Bộ Công an");
    const auto& status = std::get<syntax::status>(document.items[2]);
    CHECK(status.value.text == "official");
    CHECK(made.text(status.at) == "status   official");
    const auto& force = std::get<syntax::in_force>(document.items[3]);
    CHECK(force.from.digits == "2022-02-10");
    REQUIRE(force.to);
    CHECK(force.to->digits == "2025-07-01");
    CHECK(made.text(force.at) == "in force from 2022-02-10 to 2025-07-01");
    CHECK(std::get<syntax::replaces>(document.items[4]).document.raw == "23/2012/TT-BCA");
    CHECK(std::get<syntax::origin>(document.items[5]).address.raw == "https://example.org/x");
    CHECK(joined_texts(std::get<syntax::note>(document.items[6]).value) == R"(-:a \"quoted\" \\ word)");
    CHECK(made.text(std::get<syntax::facts>(document.items[7]).at) == "facts    { staff count }");
    CHECK_FALSE(std::get<syntax::in_force>(document.items[8]).to);
}

TEST_CASE("a part, and the four words of a status") {
    const reading made = good(read("part of \"1/2\"\ndocument \"a\" { status local status draft status illustrative }"));
    REQUIRE(made.tree.items.size() == 2);
    const auto& part = std::get<syntax::part>(made.tree.items[0]);
    CHECK(part.document.raw == "1/2");
    CHECK(made.text(part.at) == "part of \"1/2\"");
    CHECK(std::get<syntax::document>(made.tree.items[1]).items.size() == 3);
}

TEST_CASE("a standard and its simple items") {
    const reading made = good(read(R"(standard agency_safety for agency, enterprise {
    title  vi "A" en "B" "C"
    cite   1.2.b, 6
    cite   "1/2" 7.đ
    note   "n"
    window 11-16 .. 11-15 cite 8.2.b cite "8/2020" 4
    window 11-16..11-15
    decide before 11-20 by "x" vi "y" cite 9.1.c
    decide before 11-20
    not subject when armed_forces vi "v" cite 1.2.b cite 1.3
    outcome met vi "Đạt" when every criterion is met cite 6
    outcome not_met otherwise
})"));
    const auto& standard = std::get<syntax::standard>(made.tree.items.at(0));
    CHECK(standard.name.text == "agency_safety");
    CHECK(joined(standard.kinds) == "agency enterprise");
    REQUIRE(standard.items.size() == 11);
    CHECK(joined_texts(item<syntax::title>(made, 0).value) == "vi:A en:B -:C");
    CHECK(joined(item<syntax::citation>(made, 1).clauses) == "1.2.b 6");
    CHECK_FALSE(item<syntax::citation>(made, 1).document);
    CHECK(made.text(item<syntax::citation>(made, 1).at) == "cite   1.2.b, 6");
    CHECK(item<syntax::citation>(made, 2).document->raw == "1/2");
    CHECK(joined(item<syntax::citation>(made, 2).clauses) == "7.đ");
    CHECK(joined_texts(item<syntax::note>(made, 3).value) == "-:n");
    const auto& window = item<syntax::window>(made, 4);
    CHECK(window.first.digits == "11-16");
    CHECK(window.last.digits == "11-15");
    CHECK(joined(window.cites.at(0).clauses) == "8.2.b");
    REQUIRE(window.cites.size() == 2);
    CHECK(window.cites[1].document->raw == "8/2020");
    CHECK(made.text(window.at) == "window 11-16 .. 11-15 cite 8.2.b cite \"8/2020\" 4");
    CHECK(item<syntax::window>(made, 5).cites.empty());
    const auto& deadline = item<syntax::deadline>(made, 6);
    CHECK(deadline.before.digits == "11-20");
    CHECK(joined_texts(deadline.by) == "-:x vi:y");
    CHECK(joined(deadline.cites.at(0).clauses) == "9.1.c");
    CHECK(made.text(item<syntax::deadline>(made, 7).at) == "decide before 11-20");
    const auto& exit_rule = item<syntax::exit_rule>(made, 8);
    CHECK(shape(made.tree, exit_rule.when) == "armed_forces");
    CHECK(joined_texts(exit_rule.labels) == "vi:v");
    CHECK(exit_rule.cites.size() == 2);
    const auto& met = item<syntax::outcome>(made, 9);
    CHECK(met.name.text == "met");
    CHECK(joined_texts(met.labels) == "vi:Đạt");
    CHECK(shape(made.tree, met.when) == "every");
    CHECK(joined(met.cites.at(0).clauses) == "6");
    CHECK_FALSE(item<syntax::outcome>(made, 10).when);
    CHECK(made.text(item<syntax::outcome>(made, 10).at) == "outcome not_met otherwise");
}

TEST_CASE("a reading") {
    const reading made =
        good(read_items(R"(reading share one of (pooled vi "P" en "Q", each_kind) default pooled vi "R" cite 5.4)"));
    const auto& one = item<syntax::reading>(made);
    CHECK(one.name.text == "share");
    REQUIRE(one.options.size() == 2);
    CHECK(one.options[0].name.text == "pooled");
    CHECK(joined_texts(one.options[0].labels) == "vi:P en:Q");
    CHECK(one.options[1].name.text == "each_kind");
    CHECK(one.options[1].labels.empty());
    CHECK(one.default_option.text == "pooled");
    CHECK(joined_texts(one.labels) == "vi:R");
    CHECK(joined(one.cites.at(0).clauses) == "5.4");
}

TEST_CASE("facts of every type") {
    const reading made = good(read_items(R"(facts {
        a yes_no
        b count
        c number
        d number scale 2
        e percent
        f date
        g one of (x, y vi "Y")
        h ordered one of (low, high)
        yes yes_no
    })"));
    const auto& facts = item<syntax::facts>(made);
    REQUIRE(facts.items.size() == 9);
    const auto type = [&](std::size_t i) -> const syntax::type& { return std::get<syntax::fact>(facts.items[i]).type; };
    CHECK(type(0).name == syntax::type_name::yes_no);
    CHECK(type(1).name == syntax::type_name::count);
    CHECK(type(2).name == syntax::type_name::number);
    CHECK_FALSE(type(2).scale);
    CHECK(type(3).scale->digits == "2");
    CHECK(made.text(type(3).at) == "number scale 2");
    CHECK(type(4).name == syntax::type_name::percent);
    CHECK(type(5).name == syntax::type_name::date);
    CHECK(type(6).name == syntax::type_name::one_of);
    CHECK_FALSE(type(6).ordered);
    CHECK(type(6).options.size() == 2);
    CHECK(joined_texts(type(6).options[1].labels) == "vi:Y");
    CHECK(made.text(type(6).at) == "one of (x, y vi \"Y\")");
    CHECK(type(7).ordered);
    CHECK(made.text(type(7).at) == "ordered one of (low, high)");
}

TEST_CASE("all that may be said of a fact, in any order") {
    const reading made = good(read_items(R"(facts {
        informed count vi "A" at most staff
            ask vi "Bao nhiêu?" en "How many?"
            evidence "the register" at least 1 by 03-31
            only for agency, school
            from count of (agency, school) where registered and outcome is met
            cite 6.1.d  en "B" cite 6.2
        next count at most 12.5
        tally count from count of (school)
    })"));
    const auto& facts = item<syntax::facts>(made);
    REQUIRE(facts.items.size() == 3);
    const auto& one = std::get<syntax::fact>(facts.items[0]);
    CHECK(one.name.text == "informed");
    CHECK(joined_texts(one.labels) == "vi:A en:B");
    CHECK(joined_texts(one.ask) == "vi:Bao nhiêu? en:How many?");
    CHECK(joined_texts(one.evidence) == "-:the register");
    CHECK(one.at_least->digits == "1");
    CHECK(one.at_most_fact->text == "staff");
    CHECK_FALSE(one.at_most);
    CHECK(one.by->digits == "03-31");
    CHECK(joined(one.only_for) == "agency school");
    REQUIRE(one.from);
    CHECK(joined(one.from->kinds) == "agency school");
    CHECK(shape(made.tree, one.from->where) == "(and registered (is outcome met))");
    CHECK(made.text(one.from->at) == "from count of (agency, school) where registered and outcome is met");
    CHECK(one.cites.size() == 2);
    CHECK(made.text(one.at).starts_with("informed count"));
    CHECK(made.text(one.at).ends_with("cite 6.2"));
    CHECK(std::get<syntax::fact>(facts.items[1]).at_most->digits == "12.5");
    CHECK_FALSE(std::get<syntax::fact>(facts.items[2]).from->where);
}

TEST_CASE("derived quantities") {
    const reading made = good(read_items("facts { units = a + b vi \"U\" cite 5.4 rate = units * 2\n x count }"));
    const auto& facts = item<syntax::facts>(made);
    REQUIRE(facts.items.size() == 3);
    const auto& one = std::get<syntax::quantity>(facts.items[0]);
    CHECK(one.name.text == "units");
    CHECK(shape(made.tree, one.value) == "(+ a b)");
    CHECK(joined_texts(one.labels) == "vi:U");
    CHECK(one.cites.size() == 1);
    CHECK(made.text(one.at) == "units = a + b vi \"U\" cite 5.4");
    CHECK(made.text(std::get<syntax::quantity>(facts.items[1]).at) == "rate = units * 2");
}

TEST_CASE("criteria of every kind") {
    const reading made = good(read_items(R"(
    criterion 6.1 vi "T" all of {
        a "A" when x only where y
        d when z unless u unless v needs judgement note "n" cite 6.1.d
        đ any of { i when a ii when b }
        2 none of { e when c }
    } cite 6
    criterion 6.2 cite 6.2 needs judgement at least 2 of { a when x b when y }
    criterion 6.3 same as 4.2, 4.3
    criterion 6.4 same as agency_safety 6.3.a, 6.3.đ unless w
    criterion 6.5 same as a, b
    criterion 6.6 all of { })"));
    const auto& first = item<syntax::criterion>(made, 0);
    CHECK(first.clause.text == "6.1");
    CHECK(joined_texts(first.title) == "vi:T");
    CHECK(first.form == syntax::combination::all_of);
    CHECK(first.cites.size() == 1);
    CHECK(made.text(first.at).starts_with("6.1 vi"));
    CHECK(made.text(first.at).ends_with("} cite 6"));
    REQUIRE(first.children.size() == 4);
    const auto& a = first.children[0];
    CHECK(a.clause.text == "a");
    CHECK(a.form == syntax::combination::when);
    CHECK(shape(made.tree, a.when) == "x");
    CHECK(shape(made.tree, a.only_where.at(0)) == "y");
    CHECK(made.text(a.at) == "a \"A\" when x only where y");
    const auto& d = first.children[1];
    REQUIRE(d.unless.size() == 2);
    CHECK(shape(made.tree, d.unless[1]) == "v");
    CHECK(d.needs_judgement);
    CHECK(joined_texts(d.note) == "-:n");
    CHECK(joined(d.cites.at(0).clauses) == "6.1.d");
    const auto& dd = first.children[2];
    CHECK(dd.clause.text == "đ");
    CHECK(dd.form == syntax::combination::any_of);
    REQUIRE(dd.children.size() == 2);
    CHECK(dd.children[1].clause.text == "ii");
    CHECK(first.children[3].form == syntax::combination::none_of);
    CHECK(first.children[3].clause.text == "2");
    const auto& second = item<syntax::criterion>(made, 1);
    CHECK(second.form == syntax::combination::at_least);
    CHECK(second.needed->digits == "2");
    CHECK(second.needs_judgement);
    CHECK(second.cites.size() == 1);
    const auto& third = item<syntax::criterion>(made, 2);
    CHECK(third.form == syntax::combination::same_as);
    CHECK_FALSE(third.standard);
    CHECK(joined(third.same) == "4.2 4.3");
    const auto& fourth = item<syntax::criterion>(made, 3);
    CHECK(fourth.standard->text == "agency_safety");
    CHECK(joined(fourth.same) == "6.3.a 6.3.đ");
    CHECK(fourth.unless.size() == 1);
    CHECK(joined(item<syntax::criterion>(made, 4).same) == "a b");
    CHECK(item<syntax::criterion>(made, 5).children.empty());
}

TEST_CASE("the same text with a byte order mark and with line ends of either kind") {
    const std::string text =
        "standard s for k {\r\n    criterion 1 when a\r\n    # comment\r\n    outcome met otherwise\r\n}\r\n";
    const reading made = good(read("\xEF\xBB\xBF" + text));
    CHECK(std::get<syntax::standard>(made.tree.items.at(0)).items.size() == 2);
    CHECK(made.text(item<syntax::criterion>(made, 0).at) == "1 when a");
}

TEST_CASE("a text of several languages stops before a keyword") {
    const reading made = good(read_items("facts { a yes_no \"x\" ask \"y\" }"));
    const auto& one = std::get<syntax::fact>(item<syntax::facts>(made).items.at(0));
    CHECK(joined_texts(one.labels) == "-:x");
    CHECK(joined_texts(one.ask) == "-:y");
}

TEST_CASE("a file that had mistakes holds what was right") {
    const reading made = read_items("criterion 1 when a\ncriterion 2 whn b\ncriterion 3 when c");
    CHECK(made.problems.size() == 1);
    REQUIRE(std::get<syntax::standard>(made.tree.items.at(0)).items.size() == 2);
    CHECK(item<syntax::criterion>(made, 0).clause.text == "1");
    CHECK(item<syntax::criterion>(made, 1).clause.text == "3");
}

} // namespace test_statements
