// SPDX-License-Identifier: Apache-2.0
/// \file
/// The check at work: what is declared where, and what has been built of it so far.
#pragma once

#include "base/diagnostic_catalogue.hpp"
#include "model/example.hpp"
#include "model/model.hpp"
#include "model/of_nothing.hpp"
#include "model/rules.hpp"
#include "syntax/tree.hpp"

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::model {

/// Something with a name: a fact, a derived quantity, a reading.
struct declaration {
    const syntax::tree* file = nullptr;
    std::variant<const syntax::fact*, const syntax::quantity*, const syntax::reading*> what;

    [[nodiscard]] const syntax::word& name() const {
        return std::visit([](const auto* one) -> const syntax::word& { return one->name; }, what);
    }
};

using declarations = std::map<std::string_view, declaration>;

/// Begins the name in data of a fact of the period before: `previous staff` is `previous_staff` there.
inline constexpr std::string_view previous_prefix = "previous_";

struct standard_scope;

// What things count for in the budget of a rulebook: a part is some 128 bytes.
inline constexpr std::size_t bytes_of_part = 128;
inline constexpr std::size_t parts_of_standard = 16;
inline constexpr std::size_t parts_of_criterion = 4;
inline constexpr std::size_t parts_of_clause = 3;
inline constexpr std::size_t parts_of_fact = 10;
inline constexpr std::size_t parts_of_name = 2;
inline constexpr std::size_t items_of_part = 32; ///< looked through for each that is amended

/// What a text counts for that is kept again.
[[nodiscard]] constexpr std::size_t parts_of_text(std::size_t bytes) { return bytes / bytes_of_part; }

/// What a copy of a criterion counts for, its parts included.
[[nodiscard]] std::size_t parts_of_copy(const syntax::criterion& one);

/// Whether parts of its own decide a criterion, and not a condition, points by a number, or other criteria.
[[nodiscard]] bool is_made_of_parts(const syntax::criterion& text);

/// A declaration as one standard's model has it.
struct symbol {
    const declaration* from = nullptr;
    standard_scope* home = nullptr; ///< the standard among whose names it was found
    index at_index = none;          ///< the fact, the quantity's expression or the reading
    bool being_checked = false;     ///< of a quantity: a use now is a use of itself
    bool failed = false;            ///< of a quantity: said already
    bool used = false;
    const syntax::criterion* judged = nullptr; ///< of points that an assessor gives: the criterion that gives them
};

/// Where a fact of a standard is declared: by itself, or by the criterion whose points it holds.
struct declared_fact {
    const syntax::tree* file = nullptr;
    span at;
    const syntax::criterion* judged = nullptr; ///< none: no points that an assessor gives

    [[nodiscard]] bool same(const declared_fact& other) const noexcept {
        return file == other.file && at.begin == other.at.begin;
    }
};

struct document_scope {
    std::shared_ptr<tieuchi::document> document;
    const syntax::tree* file = nullptr;
    const syntax::document* text = nullptr;
    declarations shared;
    std::map<std::string_view, bool> used;  ///< shared names that some standard uses
    std::vector<standard_scope*> standards; ///< in the order of the rules, amendments aside
};

/// A clause as written, with what its place in the tree makes of it.
struct written_clause {
    const syntax::criterion* text = nullptr;
    bool event = false;
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
};

/// An item of a standard, with where it stands: in the standard itself, or in an amendment of it.
struct placed_item {
    const syntax::standard_item* item = nullptr;
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
    syntax::standard_item* own = nullptr; ///< the same item, where it is a copy that this version alone may change
};

/// An amendment, and where it stands: where the items that it brings in come from.
struct origin {
    const syntax::tree* file = nullptr;
    document_scope* document = nullptr;
    const syntax::amendment* text = nullptr;
    std::uint32_t number = 0; ///< as criteria carry it; 1 is the first
};

/// The standards of a document as they are for a time at a place.
struct edition {
    date from{};
    std::optional<date> to;
    std::string place;
    std::vector<const origin*> amendments; ///< those in force, in the order in which they apply
};

struct standard_scope {
    const syntax::tree* file = nullptr;
    const syntax::standard* text = nullptr;
    document_scope* document = nullptr;
    std::vector<placed_item> items; ///< as they stand after amendments
    std::size_t order = 0;          ///< among the standards of all files; versions of one standard have the same
    const edition* of = nullptr;    ///< none: it is not amended
    std::vector<document_scope*> amended_by;
    std::optional<syntax::policy> not_applicable;
    bool policy_missed = false; ///< said already
    declarations own;
    std::map<std::string, symbol, std::less<>> symbols;
    std::map<std::string, written_clause, std::less<>> clauses;
    std::map<std::string, index, std::less<>> built; ///< clause to index in the model
    std::vector<bool> fact_read;
    std::vector<declared_fact> sources; ///< of each fact
    index tallied = 0;                  ///< facts before this one have their tallies
    index bounded = 0;                  ///< facts before this one have the facts that bound them
    std::vector<index> outer_fact;      ///< per fact: itself, or one that bounds it, by way of others or not
    std::vector<deciding> decisions;
    std::map<const declaration*, decimal> most; ///< of facts that others bound: the least of their bounds
    /// Of each expression: readings can settle it, and it then leaves what it is joined with as it is.
    std::vector<bool> may_select;
    std::shared_ptr<standard> model;
};

/// Points stated that are not those of the criteria.
struct wrong_sum {
    const syntax::tree* file = nullptr;
    span at;
    decimal stated;
    decimal of_criteria;
};

/// The standards of a document as they stand side by side, in the order of the rules.
struct neighbourhood {
    std::vector<standard_scope*> all;
    std::map<std::string_view, standard_scope*> by_name;
    std::map<std::string_view, std::vector<standard_scope*>> by_kind;
};

/// An expression that has been checked. Empty when something was wrong, which has been said.
struct typed {
    index id = none;
    value_type type = value_type::truth;
    [[nodiscard]] explicit operator bool() const noexcept { return id != none; }
};

/// Where an expression stands, and where it goes.
struct context {
    standard_scope* into = nullptr;  ///< whose facts it reads
    standard_scope* names = nullptr; ///< where its names are declared; another standard under `same as`
    const syntax::tree* file = nullptr;
    bool of_subunit = false;                  ///< `outcome` may be asked for
    bool of_outcome = false;                  ///< criteria, points and totals may be asked for
    const document_scope* document = nullptr; ///< whose clauses these are; none: those of `names`
};

/// What stands in a standard itself, about itself.
[[nodiscard]] inline context within(standard_scope& scope) { return {&scope, &scope, scope.file}; }
/// What stands in a standard as amendments left it.
[[nodiscard]] inline context within(standard_scope& scope, const placed_item& item) {
    context where{&scope, &scope, item.file};
    where.document = item.document;
    return where;
}

/// That a standard asks for the outcome of another one: of the same subject, of the body above, or of its sub-units.
struct asking {
    std::size_t whom = 0;
    enum : std::uint8_t { here, up, down } where = here;
};

/// A fact as an example gives it, in the fact's own units.
struct given_fact {
    std::optional<std::int64_t> units; ///< none: the value was refused
    span at;
};

/// An example being checked.
struct example_scope {
    const syntax::tree* file = nullptr;
    const syntax::example* text = nullptr;
    standard_scope* of = nullptr;      ///< the version of the standard that it is for
    std::map<index, given_fact> given; ///< by the index of the fact
    std::set<std::string> expected;    ///< what it says something about
    example made;
};

/// A fact of a standard, among those of its name.
struct namesake {
    const standard_scope* in = nullptr;
    const tieuchi::fact* fact = nullptr;
    const declared_fact* from = nullptr;
};

/// What is held against each other: what a value means, or what it is called.
enum class namesake_part : std::uint8_t { meaning, label };

class checker {
public:
    checker(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems)
        : files_(files), bounds_(bounds), nesting_(std::min(bounds.nesting, limits::deepest_nesting)), problems_(problems) {}

    [[nodiscard]] rules run();

private:
    // documents.cpp: documents, the standards in them, and when they are in force
    void declare_files();
    void declare_document(const syntax::tree& file, const syntax::document& text);
    void declare_standard(const syntax::tree& file, const syntax::standard& text, document_scope& in);
    void begin_standard(standard_scope& scope) const;
    void lay_out(standard_scope& scope);
    void declare(declarations& in, const declaration& one, const declarations* also);
    void declare_clauses(standard_scope& in, const written_clause& one, const std::string& prefix);
    void end_replaced_documents();
    void check_versions();
    void check_apart(const standard_scope& one, const standard_scope& other);
    void check_shared_kinds(const document_scope& scope);

    // budget.cpp: what the rules of all standards come to
    void set_budget();
    void spend(std::size_t parts) { parts_ += parts; }
    [[nodiscard]] bool is_spent(const syntax::tree& file, span at);

    // amendments.cpp: editions of amended documents
    void check_amended_documents();
    void check_circles_of_amendments();
    void complain_of_circle(const std::vector<const document_scope*>& circle, span at);
    [[nodiscard]] document_scope* document_named(std::string_view number);
    void declare_amendment(const syntax::tree& file, const syntax::amendment& text, document_scope& in);
    [[nodiscard]] std::vector<standard_scope*> amended_by(const origin& one);
    [[nodiscard]] std::vector<edition> editions_of(const document_scope& of, const std::vector<const origin*>& amendments,
                                                   std::size_t most);
    void make_editions();
    void make_editions_of(document_scope& document, std::vector<const origin*>& amendments);
    void add_edition(const standard_scope& base, const edition& of);
    void find_neighbours();
    [[nodiscard]] const neighbourhood& beside(const standard_scope& one) const;
    [[nodiscard]] const std::vector<standard_scope*>& versions_of(std::string_view name) const;
    void date_versions();

    // changes.cpp: what amendments do
    template <class Item>
    const syntax::standard_item& keep(const Item& item);
    [[nodiscard]] syntax::criterion& own_copy(placed_item& item);
    void amend(standard_scope& scope);
    [[nodiscard]] bool allowed(standard_scope& scope, const origin& by, const syntax::amendment_item& item);
    [[nodiscard]] std::vector<syntax::criterion*> find_criterion(standard_scope& scope, std::string_view clause);
    void unknown_clause(standard_scope& scope, const origin& by, const syntax::word& clause);
    void add_criterion_to(standard_scope& scope, const origin& by, const syntax::criterion& text);
    static void insert_after_its_like(standard_scope& scope, const placed_item& made);
    void add_item(standard_scope& scope, const origin& by, const syntax::addition& text);
    void replace_item(standard_scope& scope, const origin& by, const syntax::replacement& text);
    void repeal(standard_scope& scope, const origin& by, const syntax::repeal& text);

    // standard.cpp: what stands in a standard
    void check_standard(standard_scope& scope);
    void check_kinds(const standard_scope& scope, const syntax::tree& file, const std::vector<syntax::word>& kinds);
    void check_readings(standard_scope& scope);
    void check_head(standard_scope& scope);
    void check_title(standard_scope& scope, const placed_item& item, const syntax::title& text, bool& titled);
    void check_window(standard_scope& scope, const placed_item& item, const syntax::window& text);
    void check_deadline(standard_scope& scope, const placed_item& item, const syntax::deadline& text);
    void check_exits(standard_scope& scope, bool of_criteria);

    // tallies.cpp: facts told from sub-units
    void check_tallies(standard_scope& scope);
    [[nodiscard]] standard_scope* standard_below(const standard_scope& scope, const declaration& from, const syntax::word& kind,
                                                 const syntax::tally& text);
    void check_told(standard_scope& below, const declaration& from, const syntax::tally& text, const fact& into,
                    tally::over& over);
    [[nodiscard]] bool check_tally_type(const syntax::tree& file, const syntax::tally& text, const fact& into);
    [[nodiscard]] std::int64_t tally_unit(const syntax::tree& file, const syntax::tally& text, const fact& into);

    // links.cpp, circles.cpp: outcomes of other standards
    index link_of(const context& where, const syntax::expression& e);
    [[nodiscard]] const std::vector<option>& linked_options(std::string_view standard);
    [[nodiscard]] std::vector<std::string> kinds_of_both(const standard_scope& of, std::string_view other) const;
    [[nodiscard]] labels linked_label(std::string_view standard, bool of_parent);
    [[nodiscard]] std::vector<std::vector<asking>> who_asks_whom() const;
    void check_circles();
    void report_circle(std::size_t from, const asking& first, const std::vector<std::size_t>& circle);

    // examples.cpp: examples, checked against the standards that they are for
    void check_examples();
    void check_example(const syntax::tree& file, const syntax::example& text, const document_scope* in, bool sound);
    void check_day(example_scope& one, const document_scope* in);
    [[nodiscard]] standard_scope* version_on(std::string_view standard, date day, std::string_view place);
    [[nodiscard]] std::optional<date> first_day_of(std::string_view standard, const document_scope* in,
                                                   std::string_view place) const;
    [[nodiscard]] std::string when_in_force(std::string_view standard) const;
    void check_choice(example_scope& one, const syntax::example_reading& text);

    // givens.cpp: what examples give
    void check_given(example_scope& one, const syntax::given& text);
    void complain_of_given(const example_scope& one, const syntax::given& text);
    void check_given_value(const example_scope& one, const fact& of, const syntax::word& text, given_fact& into);
    void check_contradictions(const example_scope& one);

    // expectations.cpp: what examples expect
    void check_expectation(example_scope& one, const syntax::expect_outcome& text);
    void check_expectation(example_scope& one, const syntax::expect_total& text);
    void check_expectation(example_scope& one, const syntax::expect_because& text);
    void check_expectation(example_scope& one, const syntax::expect_criterion& text);
    void check_expectation(example_scope& one, const syntax::expect_points& text);
    void expect_once(example_scope& one, std::string what, span at);
    [[nodiscard]] std::optional<decimal_range> range_of(const syntax::tree& file, const syntax::points_range& text);

    // texts.cpp: where everything is written
    void add_texts(standard_scope& scope);
    void add_criterion_texts(standard_scope& scope, const written_clause& one, const std::string& prefix);

    // namesakes.cpp: facts of one name, of standards for one kind
    void check_namesakes();
    void check_namesakes(const std::vector<namesake>& all);
    bool check_namesakes(const std::vector<namesake>& all, namesake_part part);
    void complain_of(const namesake& one, const namesake& other, std::string_view kind, namesake_part part);

    // use.cpp: what is declared and read by no rule
    void check_use();
    void check_use(const std::vector<const standard_scope*>& versions);
    void check_criteria_count(const std::vector<const standard_scope*>& versions);
    void check_shared_use(const document_scope& scope);

    // of_nothing.cpp: what a share of nothing lets decide in silence
    void check_silence();
    void warn_of_silence(const standard_scope& scope, const deciding& by, const of_nothing::silence& found);
    void add_decision(const context& where, deciding::kind as, index when, syntax::expression_id text, index criterion);
    void add_side_decisions(const context& where, const syntax::criterion& text, index at);
    static void let_parts_decide_points(const context& where, index at);

    // outcomes.cpp: what becomes of the criteria
    void check_outcomes(standard_scope& scope);
    void check_outcome(const context& where, const syntax::outcome& text, bool& complete, deciding& by);
    void check_classes(const context& where, const syntax::classes& text, bool& complete);
    [[nodiscard]] index check_limit(const context& where, const syntax::class_limit& text, std::optional<range>& before);
    void add_outcome(const context& where, const syntax::word& name, outcome made, bool complete);
    void add_built_in(standard_scope& scope);
    void check_adjustment(const context& where, const syntax::adjustment& text);
    [[nodiscard]] std::optional<std::uint32_t> outcome_named(const context& where, const syntax::word& name);

    // quotas.cpp
    void check_quota(const context& where, const syntax::quota& text);
    [[nodiscard]] std::optional<std::uint32_t> people(const context& where, const std::optional<syntax::number>& text);

    // points.cpp: what a criterion gives
    void score(const context& where, const syntax::criterion& text, index at);
    [[nodiscard]] typed score_of(const context& where, const syntax::criterion& text, index at, decimal& maximum);
    [[nodiscard]] typed levels(const context& where, const syntax::criterion& text, index at, decimal maximum);
    [[nodiscard]] typed proportion(const context& where, const syntax::criterion& text, decimal maximum);
    [[nodiscard]] typed changed_per(const context& where, const syntax::criterion& text, decimal start, decimal each);
    [[nodiscard]] typed judged(const context& where, const syntax::criterion& text, index at, decimal maximum);
    [[nodiscard]] index judged_fact(const context& where, const syntax::criterion& text, tieuchi::fact made,
                                    const std::string& clause);
    /// What a scale goes by.
    struct measure {
        index counted = none;
        index whole = none; ///< none: by the number itself
        bool of_percent = false;
    };
    struct scale_lines {
        std::vector<decimal> limits;
        std::vector<decimal> values; ///< one more: the last is otherwise
    };
    [[nodiscard]] std::optional<measure> measure_of(const context& where, const syntax::criterion& text);
    [[nodiscard]] std::optional<scale_lines> lines_of(const context& where, const syntax::criterion& text, bool of_percent);
    [[nodiscard]] typed scale_of(const context& where, const syntax::criterion& text, decimal& maximum);
    [[nodiscard]] typed parts_of(const context& where, const syntax::criterion& text, index at, decimal& maximum);
    [[nodiscard]] typed sum_of_parts(const context& where, const std::vector<index>& parts, bool possible);
    [[nodiscard]] typed value_of_part(const context& where, index part, bool possible, typed neutral);
    [[nodiscard]] typed furthest_bound(const context& where, const std::vector<index>& parts, bool possible, bool upper, span at);
    [[nodiscard]] typed count_of_parts(const context& where, const std::vector<index>& parts, span at);
    [[nodiscard]] typed mean_of_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                      bool possible);
    [[nodiscard]] typed joined_parts(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                     bool possible);
    [[nodiscard]] std::vector<index> scored_parts(const context& where, index at) const;
    [[nodiscard]] typed extreme_part(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                     bool possible);
    typed smaller_or_larger(const context& where, bool smaller, typed left, typed right, span at);
    [[nodiscard]] static bool counts_as_full(const context& where);
    [[nodiscard]] typed applicable(const context& where, typed truth, span at);
    [[nodiscard]] typed any_applies(const context& where, const std::vector<index>& criteria, span at);
    [[nodiscard]] typed inapplicable_points(const context& where, decimal maximum, span at);
    [[nodiscard]] typed where_any_applies(const context& where, const syntax::criterion& text, const std::vector<index>& parts,
                                          typed value, decimal maximum);
    void apply_where_valued(const context& where, const syntax::criterion& text, index at, typed raw);
    [[nodiscard]] bool counts_the_same(const context& where, const std::vector<index>& parts) const;
    [[nodiscard]] typed most_of(const context& where, const syntax::criterion& text, index at, decimal maximum);
    void decide_by_points(const context& where, index at, typed raw, typed most);
    void points_by_finding(const context& where, index at, decimal maximum);
    void settle_points(const context& where, index at, typed raw, typed most, const std::vector<index>& applying);
    void score_same(const context& where, index at);
    void check_parts_without_points(const context& where, const syntax::criterion& text, index at);
    void require_policy(const context& where, index at);
    void check_total(standard_scope& scope);
    void tell_wrong_sums();
    [[nodiscard]] typed rescaled_total(const context& where, typed sum, typed possible, const syntax::total_rounding* rounded);

    // criteria.cpp
    void check_criteria(standard_scope& scope);
    index add_criterion(const context& outside, const syntax::criterion& text, const std::string& clause, index parent,
                        bool event);
    void add_same(const context& where, const syntax::criterion& text, index into);
    index condition(const context& where, syntax::expression_id id);
    void settle_applicability(const context& where, index at);

    // facts.cpp
    [[nodiscard]] const declaration* find(const standard_scope& names, std::string_view name) const;
    symbol* resolve(const context& where, const syntax::word& name);
    symbol* bring_in(const context& where, const declaration& one);
    [[nodiscard]] tieuchi::fact make_fact(const syntax::tree& file, const syntax::fact& text);
    [[nodiscard]] tieuchi::reading make_reading(const syntax::tree& file, const syntax::reading& text);
    [[nodiscard]] std::vector<option> make_options(const syntax::tree& file, const std::vector<syntax::option>& options);
    void bind_bounds(standard_scope& scope);
    void bind_bound(standard_scope& scope, index at);
    void bound_by_others(standard_scope& names, const declaration& one, tieuchi::fact& made);
    [[nodiscard]] const declaration* bounding(const standard_scope& names, const declaration& one) const;
    [[nodiscard]] const declaration* find_bounding(const standard_scope& names, const declaration& one) const;
    [[nodiscard]] bool is_bounded_by(const standard_scope& scope, index part, index whole) const;
    index previous_of(const context& where, const syntax::word& name);
    void bring_in_parts(const context& where, const declaration& one);
    [[nodiscard]] std::vector<const declaration*> parts_of(const context& where, const declaration& one) const;
    [[nodiscard]] bool check_quantity(const context& where, const syntax::quantity& text, symbol& as, const syntax::tree& file);
    index add_fact(const context& where, tieuchi::fact made, const declared_fact& from);
    [[nodiscard]] bool is_free(const syntax::tree& file, const syntax::word& name);

    // expression.cpp
    typed check_expression(const context& where, syntax::expression_id id);
    typed check_operation(const context& where, syntax::expression_id id);
    typed check_name(const context& where, const syntax::word& name);
    typed read_fact(const context& where, index fact, span at);
    typed check_literal(const context& where, const syntax::expression& e);
    typed check_duration(const context& where, const syntax::expression& e);
    typed check_known_day(const context& where, known_day day, span at);
    typed check_chain(const context& where, syntax::expression_id id);
    typed check_sum(const context& where, syntax::expression_id id);
    typed check_product(const context& where, syntax::expression_id id);
    typed multiply(const context& where, typed value, const expression& constant, span at);
    typed join_numbers(const context& where, bool subtract, typed left, typed right, span at);
    [[nodiscard]] std::int64_t least_difference(const context& where, const expression& sum) const;
    typed check_percent_of(const context& where, const syntax::expression& e);
    typed check_truth(const context& where, syntax::expression_id id);
    typed check_number(const context& where, syntax::expression_id id);
    typed join_truths(const context& where, operation op, typed left, typed right, span at);

    // asked.cpp: what outcomes may ask about criteria
    typed check_asked(const context& where, const syntax::expression& e);
    typed check_criterion_is(const context& where, const syntax::expression& e);
    typed finding_of(const context& where, index criterion, span at);
    typed points_asked(const context& where, index criterion, span at);
    typed check_every_at_least(const context& where, const syntax::expression& e);
    typed check_count_met(const context& where, const syntax::expression& e);
    [[nodiscard]] std::optional<index> criterion_named(const context& where, const syntax::word& clause);

    // arithmetic.cpp: rates, rounding, days, tables
    typed check_rate(const context& where, const syntax::expression& e);
    typed rounded(const context& where, typed value, const syntax::rounding& to);
    typed divided(const context& where, typed part, typed whole, decimal times, const syntax::rounding* to, span at);
    typed divided_evenly(const context& where, typed part, typed whole, decimal times, span at);
    void complain_of_whole(const context& where, index whole, span at);
    typed shift_date(const context& where, bool back, typed day, typed by, span at);
    typed check_table(const context& where, const syntax::quantity& text);
    typed choose(const context& where, index when, typed yes, typed no, typed not_applicable, span at);
    typed first_match(const context& where, const std::vector<std::pair<index, typed>>& lines, typed otherwise, span at);
    typed constant(const context& where, decimal number, span at);
    typed clamped(const context& where, typed value, std::optional<decimal> least, std::optional<decimal> most, span at);
    typed plain_number(const context& where, syntax::expression_id id);
    typed product(const context& where, typed left, typed right, span at);

    // comparison.cpp
    typed check_rates(const context& where, const syntax::expression& e, typed left, typed right, model::relation relation);
    typed compare_share(const context& where, typed part, typed whole, const expression& factor, model::relation relation,
                        span at);
    typed where_not_zero(const context& where, const std::vector<index>& wholes, typed compared, span at);
    typed compare_numbers(const context& where, typed left, typed right, model::relation relation, span at, bool warn);
    typed check_comparison(const context& where, const syntax::expression& e);
    bool is_compared_with_yes(const context& where, const syntax::expression& e, syntax::expression_id fact,
                              syntax::expression_id word);
    typed check_share(const context& where, const syntax::expression& e, syntax::expression_id counted,
                      const syntax::expression& share, model::relation relation);
    typed check_membership(const context& where, const syntax::expression& e);
    typed check_order_of_options(const context& where, const syntax::expression& e, typed left);
    [[nodiscard]] const std::vector<option>* options_of(const context& where, const expression& e) const;
    [[nodiscard]] std::optional<std::uint64_t> options_mask(const context& where, const std::vector<std::string>& known,
                                                            const std::vector<syntax::word>& words, const std::string& of,
                                                            const std::vector<std::string>& elsewhere = {});
    void warn_if_constant(const context& where, const expression& e);

    // literals.cpp
    [[nodiscard]] labels make_labels(const syntax::tree& file, const syntax::texts& texts);
    [[nodiscard]] std::vector<std::string> make_cites(const std::vector<syntax::citation>& cites);
    [[nodiscard]] std::optional<decimal> number_of(const syntax::tree& file, const syntax::number& text);
    [[nodiscard]] std::optional<tieuchi::date> date_of(const syntax::tree& file, std::string_view digits, span at);
    [[nodiscard]] std::optional<month_day> month_day_of(const syntax::tree& file, const syntax::month_day_literal& text);

    typed add(const context& where, expression e);
    [[nodiscard]] bool may_select(const standard_scope& of, const expression& e) const;
    [[nodiscard]] bool may_not_apply(const standard_scope& in, const expression& e) const;
    [[nodiscard]] bool fits(const context& where, span at, int128 least, int128 most, std::initializer_list<index> of = {});
    void complain_of_size(const context& where, span at, int128 size, std::initializer_list<index> of);
    void error(const syntax::tree& file, span at, remark what);
    [[nodiscard]] bool is_full(const syntax::tree& file) const;
    [[nodiscard]] bool is_said(const syntax::tree& file, span at) const;
    void put_in_order();
    void warn(const syntax::tree& file, span at, remark what);

    std::map<const syntax::texts*, labels> labels_; // a clause brought in many times has its texts once
    const std::vector<syntax::tree>& files_;
    const limits& bounds_;
    std::uint32_t nesting_;
    std::uint32_t depth_ = 0; ///< how deep in expressions, those of quantities included
    diagnostics& problems_;
    std::vector<wrong_sum> wrong_sums_;
    std::deque<document_scope> documents_; // deques: scopes point at each other
    std::deque<standard_scope> standards_;
    std::vector<example> examples_;
    std::deque<origin> origins_;
    std::deque<edition> editions_;
    std::deque<syntax::standard_item> changed_;                // items that amendments changed or brought in
    std::map<const void*, const syntax::standard_item*> kept_; // those brought in, by what they are copies of
    std::map<std::string, document_scope*, std::less<>> by_number_;
    std::map<std::string_view, std::vector<standard_scope*>> versions_; // of all documents, by name
    std::map<std::pair<const document_scope*, const edition*>, neighbourhood> neighbours_;
    std::map<std::string, std::vector<option>, std::less<>> linked_; // the outcomes of other standards
    std::set<std::string, std::less<>> unordered_links_;             // those whose versions contradict each other
    std::uint64_t parts_ = 0;
    std::uint64_t most_parts_ = 0;
    bool spent_ = false; // said already, as the next two
    bool too_many_documents_ = false;
    bool too_many_standards_ = false;
    std::vector<const syntax::criterion*> open_; // criteria being built, outermost first: finds cycles of `same as`
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t, std::string>>
        said_;                                                                        // once, though found twice by `same as`
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t>> refused_; ///< places of errors
    mutable std::map<std::pair<const standard_scope*, const declaration*>, const declaration*> bounding_;
    std::map<const syntax::tree*, std::size_t> errors_;
};

inline constexpr const char* rate_help =
    "a rate is compared, as in `crimes per 1000 staff < 5`, or rounded: `… rounded to 0.01 half up`";

/// The relation that an operator of comparison says.
[[nodiscard]] relation relation_of(syntax::operation op);

/// Whether a relation holds for every pair of values, for none, or depends.
enum class certainty : std::uint8_t { depends, always, never };
[[nodiscard]] certainty certainty_of(relation r, int128 a_least, int128 a_most, int128 b_least, int128 b_most);

/// A day that the selection tells, by its name in rules.
[[nodiscard]] std::optional<known_day> known_day_of(std::string_view name);

/// Numbers and percentages: what can be added, multiplied and rounded.
[[nodiscard]] constexpr bool is_plain(value_type type) noexcept {
    return type == value_type::number || type == value_type::percent;
}

/// A percentage as what a whole is multiplied with.
[[nodiscard]] expression share_factor(decimal percent, span at);

/// A type in words, as in `this is …`.
[[nodiscard]] std::string what_it_is(value_type type);

/// A constant with no more digits after the point than it needs.
[[nodiscard]] expression constant_of(decimal number, value_type type, span at);

/// `1 point`, `2.5 points`.
[[nodiscard]] std::string points_text(decimal points);

/// The text between quotation marks with its escapes resolved.
[[nodiscard]] std::string unescape(std::string_view raw);
/// A text that names something, a document or a place, as names are compared.
[[nodiscard]] std::string name_in(std::string_view raw);

} // namespace TIEUCHI_NAMESPACE::impl::model
