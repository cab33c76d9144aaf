// SPDX-License-Identifier: Apache-2.0
// Documents, the standards in them, and when they are in force.
#include "base/nearest.hpp"
#include "model/checker.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::model {

namespace {

[[nodiscard]] document_status status_of(std::string_view word) {
    if (word == "official") { return document_status::official; }
    if (word == "local") { return document_status::local; }
    return word == "illustrative" ? document_status::illustrative : document_status::draft;
}

/// Where an earlier one stands, for a help line.
[[nodiscard]] std::string first_is_at(const syntax::tree& file, span at) {
    return "the first is on line " + std::to_string(file.source->place_of(at.begin).line) + " of " + file.source->name();
}

} // namespace

rules checker::run() {
    set_budget();
    declare_files();
    end_replaced_documents();
    make_editions();
    find_neighbours();
    date_versions();
    for (auto& scope : standards_) { lay_out(scope); }
    for (const auto& scope : documents_) { check_shared_kinds(scope); }
    for (auto& scope : standards_) { check_standard(scope); }
    // A tally may bring shared facts into another standard, which may themselves be counted or bounded.
    const auto waits = [](const standard_scope& one) { return one.tallied < one.model->facts.size(); };
    while (!spent_ && std::any_of(standards_.begin(), standards_.end(), waits)) {
        for (auto& scope : standards_) { check_tallies(scope); }
        for (auto& scope : standards_) { bind_bounds(scope); }
    }
    if (spent_) { // what is not checked is not known
        put_in_order();
        return {};
    }
    for (auto& scope : standards_) { add_texts(scope); }
    tell_wrong_sums();
    check_circles();
    check_versions();
    check_examples();
    if (!has_errors(problems_)) { check_namesakes(); } // what a wrong declaration means is not known
    if (!has_errors(problems_)) {                      // what a wrong rule reads is not known
        check_use();
        for (const auto& scope : documents_) { check_shared_use(scope); }
        check_silence();
    }
    put_in_order();

    rules made;
    for (const auto& scope : documents_) { made.documents.push_back(scope.document); }
    std::vector<const standard_scope*> in_order;
    for (const auto& scope : standards_) { in_order.push_back(&scope); }
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    for (const auto* const scope : in_order) { made.standards.push_back(scope->model); }
    made.examples = std::move(examples_);
    return made;
}

void checker::check_shared_use(const document_scope& scope) {
    for (const auto& [name, one] : scope.shared) {
        if (scope.used.find(name) == scope.used.end()) {
            warn(*one.file, one.name().at,
                 one.what.index() == 0 ? say<diag::shared_fact_unused>(name) : say<diag::shared_quantity_unused>(name));
        }
    }
}

/// A fact of the document may be for kinds that only some of its standards are for.
void checker::check_shared_kinds(const document_scope& scope) {
    std::vector<std::string> known;
    std::set<std::string_view> kinds;
    for (const standard_scope* const one : scope.standards) {
        for (const std::string& kind : one->model->kinds) {
            if (kinds.insert(kind).second) { known.push_back(kind); }
        }
    }
    if (known.empty()) { return; } // its standards are in files that were not given
    for (const auto& [name, one] : scope.shared) {
        const auto* const fact = std::get_if<const syntax::fact*>(&one.what);
        if (fact == nullptr) { continue; }
        for (const auto& kind : (*fact)->only_for) {
            if (kinds.contains(kind.text) || is_full(*one.file)) { continue; }
            error(*one.file, kind.at,
                  say<diag::unknown_kind>(kind.text).with_help(
                      did_you_mean(kind.text, known, "its standards are for " + list_of(known))));
        }
    }
}

void checker::declare_files() {
    for (const auto& file : files_) {
        for (const auto& item : file.items) {
            if (const auto* const text = std::get_if<syntax::document>(&item)) { declare_document(file, *text); }
        }
    }
    check_amended_documents();
    check_circles_of_amendments();
    for (const auto& file : files_) {
        document_scope* current = nullptr;
        bool missing = false;
        for (const auto& item : file.items) {
            if (const auto* const text = std::get_if<syntax::standard>(&item)) {
                if (current != nullptr) {
                    declare_standard(file, *text, *current);
                } else if (!missing) {
                    error(file, text->name.at, say<diag::standard_without_document>());
                }
                continue;
            }
            if (const auto* const text = std::get_if<syntax::amendment>(&item)) {
                if (current != nullptr) {
                    declare_amendment(file, *text, *current);
                } else if (!missing) {
                    error(file, text->standard.at, say<diag::amendment_without_document>());
                }
                continue;
            }
            if (std::holds_alternative<syntax::example>(item)) { continue; }
            const auto* const own = std::get_if<syntax::document>(&item);
            const syntax::literal& number = own != nullptr ? own->number : std::get<syntax::part>(item).document;
            const std::string wanted = name_in(number.raw);
            current = document_named(wanted);
            missing = current == nullptr;
            if (missing && !is_full(file)) {
                std::vector<std::string_view> known;
                for (const auto& one : documents_) { known.push_back(one.document->number); }
                error(file, number.at,
                      say<diag::unknown_document>(wanted).with_help(
                          did_you_mean(wanted, known, "load it together with this file")));
            }
        }
    }
}

void checker::declare_document(const syntax::tree& file, const syntax::document& text) {
    const std::string number = name_in(text.number.raw);
    if (document_named(number) != nullptr) {
        error(file, text.number.at, say<diag::duplicate_document>(number));
        return;
    }
    if (documents_.size() >= bounds_.documents) {
        if (!too_many_documents_) { error(file, text.number.at, say<diag::too_many_documents>(bounds_.documents)); }
        too_many_documents_ = true;
        return;
    }
    document_scope& scope = documents_.emplace_back();
    scope.document = std::make_shared<tieuchi::document>();
    scope.file = &file;
    scope.text = &text;
    tieuchi::document& made = *scope.document;
    made.number = number;
    by_number_.emplace(number, &scope);
    std::optional<span> status_at;
    std::set<std::size_t> seen;
    bool dated = false;
    for (const auto& item : text.items) {
        const span at = std::visit([](const auto& one) { return one.at; }, item);
        const bool once = !std::holds_alternative<syntax::replaces>(item) && !std::holds_alternative<syntax::amends>(item) &&
                          !std::holds_alternative<syntax::origin>(item) && !std::holds_alternative<syntax::facts>(item);
        if (!seen.insert(item.index()).second && once) {
            error(file, at, say<diag::duplicate_in_document>());
            continue;
        }
        if (const auto* const title = std::get_if<syntax::title>(&item)) { made.title = make_labels(file, title->value); }
        if (const auto* const issuer = std::get_if<syntax::issuer>(&item)) { made.issuer = make_labels(file, issuer->value); }
        if (const auto* const note = std::get_if<syntax::note>(&item)) { made.note = make_labels(file, note->value); }
        if (const auto* const replaced = std::get_if<syntax::replaces>(&item)) {
            made.replaces.push_back(name_in(replaced->document.raw));
        }
        if (const auto* const amended = std::get_if<syntax::amends>(&item)) {
            made.amends.push_back(name_in(amended->document.raw));
        }
        if (const auto* const place = std::get_if<syntax::place_name>(&item)) { made.place = name_in(place->name.raw); }
        if (const auto* const origin = std::get_if<syntax::origin>(&item)) {
            made.sources.push_back(unescape(origin->address.raw));
        }
        if (const auto* const status = std::get_if<syntax::status>(&item)) {
            made.status = status_of(status->value.text);
            status_at = status->at;
        }
        if (const auto* const force = std::get_if<syntax::in_force>(&item)) {
            dated = true;
            const auto from = date_of(file, force->from.digits, force->from.at);
            const auto to = force->to ? date_of(file, force->to->digits, force->to->at) : std::nullopt;
            if (from) { made.in_force_from = *from; }
            made.in_force_to = to;
            if (from && to && *to <= *from) { error(file, force->at, say<diag::ends_before_it_begins>(number)); }
        }
        if (const auto* const facts = std::get_if<syntax::facts>(&item)) {
            for (const auto& one : facts->items) {
                if (const auto* const fact = std::get_if<syntax::fact>(&one)) { declare(scope.shared, {&file, fact}, nullptr); }
                if (const auto* const quantity = std::get_if<syntax::quantity>(&one)) {
                    declare(scope.shared, {&file, quantity}, nullptr);
                }
            }
        }
    }
    if (!status_at) { error(file, text.number.at, say<diag::document_without_status>(number)); }
    if (!dated) { error(file, text.number.at, say<diag::document_without_date>(number)); }
    if (made.title.empty()) { error(file, text.number.at, say<diag::document_without_title>(number)); }
    if (made.status == document_status::official && made.sources.empty() && status_at) {
        warn(file, *status_at, say<diag::official_without_source>());
    }
}

/// Whether a fact, a quantity or a reading can have that name. Says so when it cannot.
bool checker::is_free(const syntax::tree& file, const syntax::word& name) {
    if (name.text.starts_with("previous_")) {
        error(file, name.at, say<diag::name_begins_with_previous>());
        return false;
    }
    if (name.text == "kind" || name.text == "id" || name.text == "parent" || name.text == "level" || name.text == "rater") {
        error(file, name.at, say<diag::name_of_column>(name.text));
        return false;
    }
    if (known_day_of(name.text)) {
        error(file, name.at, say<diag::name_of_day>(name.text));
        return false;
    }
    return true;
}

void checker::declare(declarations& in, const declaration& one, const declarations* also) {
    const syntax::word& name = one.name();
    spend(parts_of_name);
    if (!is_free(*one.file, name)) { return; }
    if (const auto first = in.find(name.text); first != in.end()) {
        error(*one.file, name.at,
              say<diag::duplicate_name>(name.text).with_help(first_is_at(*first->second.file, first->second.name().at)));
        return;
    }
    if (also != nullptr && also->find(name.text) != also->end()) {
        error(*one.file, name.at, say<diag::name_of_document>(name.text));
        return;
    }
    in.emplace(name.text, one);
}

void checker::declare_standard(const syntax::tree& file, const syntax::standard& text, document_scope& in) {
    const auto same = [&](const standard_scope* one) { return one->text->name.text == text.name.text; };
    if (const auto first = std::find_if(in.standards.begin(), in.standards.end(), same); first != in.standards.end()) {
        error(file, text.name.at,
              say<diag::duplicate_standard>(text.name.text).with_help(first_is_at(*(*first)->file, (*first)->text->name.at)));
        return;
    }
    if (standards_.size() >= bounds_.standards) {
        if (!too_many_standards_) { error(file, text.name.at, say<diag::too_many_standards>(bounds_.standards)); }
        too_many_standards_ = true;
        return;
    }
    standard_scope& scope = standards_.emplace_back();
    scope.file = &file;
    scope.text = &text;
    scope.document = &in;
    scope.order = standards_.size();
    in.standards.push_back(&scope);
    for (const auto& item : text.items) { scope.items.push_back({&item, &file, &in}); }
    std::set<std::string_view> kinds;
    for (const syntax::word& one : text.kinds) {
        if (!kinds.insert(one.text).second) { error(file, one.at, say<diag::kind_listed_twice>(one.text)); }
    }
    begin_standard(scope);
    if (text.kinds.size() > scope.model->kinds.size() && scope.model->kinds.size() == most_options) {
        error(file, text.kinds.back().at, say<diag::too_many_kinds>(most_options));
    }
}

/// A model that knows its name and its kinds, and nothing else yet.
void checker::begin_standard(standard_scope& scope) const {
    scope.model = std::make_shared<standard>();
    scope.model->name = scope.text->name.text;
    scope.model->document = scope.document->document;
    fact kind;
    kind.name = "kind";
    kind.type = fact_type::one_of;
    kind.label = labels({{"vi", "Loại đối tượng"}, {"en", "Kind of subject"}});
    kind.question = labels({{"vi", "Đối tượng thuộc loại nào?"}, {"en", "What kind of subject is it?"}});
    for (const auto& one : scope.text->kinds) {
        const bool again = std::find(scope.model->kinds.begin(), scope.model->kinds.end(), one.text) != scope.model->kinds.end();
        if (again) { continue; }
        if (scope.model->kinds.size() == most_options) { break; }
        scope.model->kinds.emplace_back(one.text);
        kind.options.push_back({std::string(one.text), {}});
    }
    kind.most = decimal::from_units((static_cast<std::int64_t>(kind.options.size()) - 1) * decimal::one);
    scope.model->facts.push_back(std::move(kind));
    scope.fact_read.push_back(true);
    scope.sources.push_back({scope.file, scope.text->name.at});
    scope.symbols.emplace("kind", symbol{nullptr, nullptr, 0, false, false, true});
}

/// Declares what stands in a standard, once amendments have changed it.
void checker::lay_out(standard_scope& scope) {
    if (is_spent(*scope.file, scope.text->name.at)) { return; }
    for (const auto& item : scope.items) {
        const declarations* const shared = &scope.document->shared;
        if (const auto* const facts = std::get_if<syntax::facts>(item.item)) {
            for (const auto& one : facts->items) {
                if (const auto* const fact = std::get_if<syntax::fact>(&one)) { declare(scope.own, {item.file, fact}, shared); }
                if (const auto* const quantity = std::get_if<syntax::quantity>(&one)) {
                    declare(scope.own, {item.file, quantity}, shared);
                }
            }
        }
        if (const auto* const reading = std::get_if<syntax::reading>(item.item)) {
            declare(scope.own, {item.file, reading}, shared);
        }
        if (const auto* const criterion = std::get_if<syntax::criterion>(item.item)) {
            declare_clauses(scope, {criterion, false, item.file, item.document}, {});
        }
    }
}

void checker::declare_clauses(standard_scope& in, const written_clause& one, const std::string& prefix) {
    written_clause here = one;
    if (one.text->origin != 0) {
        here.file = origins_[one.text->origin - 1].file;
        here.document = origins_[one.text->origin - 1].document;
    }
    const std::string clause = prefix + std::string(one.text->clause.text);
    if (clause.size() > longest_clause) { return; } // said where it is built
    spend(parts_of_clause);
    if (const auto [first, added] = in.clauses.emplace(clause, here); !added && !is_said(*here.file, one.text->clause.at)) {
        error(*here.file, one.text->clause.at,
              say<diag::duplicate_criterion>(clause).with_help(first_is_at(*first->second.file, first->second.text->clause.at)));
    }
    for (const auto& child : one.text->children) {
        declare_clauses(in, {&child, one.text->how == syntax::combination::none_of, here.file, here.document}, clause + ".");
    }
}

/// A document that another one replaces is in force until that one is.
void checker::end_replaced_documents() {
    for (const auto& later : documents_) {
        for (const auto& number : later.document->replaces) {
            document_scope* const earlier = document_named(number);
            if (earlier == nullptr) { continue; }
            if (earlier == &later) {
                error(*later.file, later.text->number.at, say<diag::replaces_itself>(number));
                continue;
            }
            tieuchi::document& one = *earlier->document;
            if (one.in_force_from >= later.document->in_force_from) {
                error(*later.file, later.text->number.at, say<diag::replaces_a_later_one>(later.document->number, number));
                continue;
            }
            if (!one.in_force_to || *one.in_force_to > later.document->in_force_from) {
                one.in_force_to = later.document->in_force_from;
            }
        }
    }
}

/// Standards of one name, in different documents, must not be in force on one day.
void checker::check_versions() {
    for (const auto& [name, versions] : versions_) {
        std::vector<const standard_scope*> first; // of each document
        for (const standard_scope* const one : versions) {
            if (one->of != nullptr && one->of != one->document->standards.front()->of) { continue; } // a later edition
            for (const standard_scope* const other : first) { check_apart(*one, *other); }
            first.push_back(one);
        }
    }
}

void checker::check_apart(const standard_scope& one, const standard_scope& other) {
    const tieuchi::document& a = *one.document->document;
    const tieuchi::document& b = *other.document->document;
    const bool apart =
        (a.in_force_to && *a.in_force_to <= b.in_force_from) || (b.in_force_to && *b.in_force_to <= a.in_force_from);
    if (apart || is_full(*one.file)) { return; }
    error(*one.file, one.text->name.at, say<diag::versions_at_once>(one.model->name, a.number, b.number));
}

rules check(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems) {
    return checker(files, bounds, problems).run();
}

} // namespace TIEUCHI_NAMESPACE::impl::model
