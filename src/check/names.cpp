// SPDX-License-Identifier: Apache-2.0
// Facts, quantities and readings: found by name, and bound in the standards that use them.
#include "base/nearest.hpp"
#include "check/resolve.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The texts of a fact, said of the period before. Languages that the library has no words in keep the text as it is.
[[nodiscard]] labels of_period_before(const labels& texts, std::string_view vietnamese, std::string_view english, bool in_front) {
    std::vector<labels::entry> entries = texts.entries();
    for (auto& entry : entries) {
        const std::string_view said = entry.language == "vi" ? vietnamese : entry.language == "en" ? english : std::string_view{};
        entry.text.insert(in_front ? 0 : entry.text.size(), said);
    }
    return labels(std::move(entries));
}

/// How to write what was meant by an option that stands in the place of a fact; empty where no fact has that option.
[[nodiscard]] std::string advise_on_option(const declarations& facts, std::string_view option) {
    for (const auto& [name, declared] : facts) {
        const auto* const fact = std::get_if<const syntax::fact*>(&declared.what);
        if (fact == nullptr) { continue; }
        const auto& options = (*fact)->type.options;
        const auto is_it = [&](const auto& other) { return other.name.text == option; };
        if (std::none_of(options.begin(), options.end(), is_it)) { continue; }
        const std::string subject(name);
        return "it is an option of `" + subject + "`: write `" + subject + " is " + std::string(option) +
               "`, or all that are meant, as in `" + subject + " in (…, " + std::string(option) + ")`";
    }
    return {};
}

} // namespace

symbol* name_resolver::resolve(const context& where, const syntax::word& name) {
    if (name.text == "kind") { return &where.into->symbols.find("kind")->second; }
    if (const declaration* const found = find(*where.names, name.text)) {
        symbol* const bound = bind(where, *found);
        if (bound != nullptr) { bound->used = true; }
        return bound;
    }
    if (is_reported(*where.file, name.at)) { return nullptr; } // looking for the nearest name takes time
    std::vector<std::string_view> known{"kind"};
    for (const auto& [declared_name, declared] : where.names->own) { known.push_back(declared_name); }
    for (const auto& [declared_name, declared] : where.names->document->shared) { known.push_back(declared_name); }
    std::string help = did_you_mean(name.text, known, "declare it in a `facts` block");
    for (const auto* const facts : {&where.names->document->shared, &where.names->own}) {
        if (std::string option = advise_on_option(*facts, name.text); !option.empty()) { help = std::move(option); }
    }
    if (name.text.starts_with(previous_prefix)) {
        help = "write `previous " + std::string(name.text.substr(previous_prefix.size())) + "`";
    }
    error(*where.file, name.at, say<diag::unknown_fact>(name.text).with_help(help));
    return nullptr;
}

symbol* name_resolver::bind(const context& where, const declaration& declared) {
    standard_scope& into = *where.into;
    if (is_spent(*into.file, into.text->name.at)) { return nullptr; }
    const std::string name(declared.name().text);
    const auto mark_used = [&](document_scope& in) {
        const auto shared = in.shared.find(name);
        if (shared != in.shared.end() && &shared->second == &declared) { in.used[shared->first] = true; }
    };
    mark_used(*into.document);
    for (document_scope* const amending : into.amended_by) { mark_used(*amending); }
    const auto found = into.symbols.find(name);
    if (found != into.symbols.end() && found->second.from == &declared) {
        symbol& known = found->second;
        if (known.being_checked) {
            error(*declared.file, declared.name().at, say<diag::defined_by_itself>(name));
            return nullptr;
        }
        return known.failed ? nullptr : &known;
    }
    spend(parts_of_clause + parts_of_text(3 * name.size()));
    symbol added{&declared, where.names, none, false, false, false};
    if (found != into.symbols.end()) {
        error(*declared.file, declared.name().at, say<diag::name_of_two_meanings>(name, into.model->name));
        return nullptr;
    }
    if (const auto* const fact = std::get_if<const syntax::fact*>(&declared.what)) {
        if (into.model->facts.size() >= shared_.bounds.facts) {
            error(*into.file, into.text->name.at, say<diag::too_many_facts>(into.model->name, shared_.bounds.facts));
            return nullptr;
        }
        tieuchi::fact as = make_fact(*declared.file, **fact);
        bound_by_others(*where.names, declared, as);
        added.at_index = add_fact(where, std::move(as), {declared.file, declared.name().at});
    } else if (const auto* const read = std::get_if<const syntax::reading*>(&declared.what)) {
        added.at_index = static_cast<index>(into.model->readings.size());
        into.model->readings.push_back(make_reading(*declared.file, **read));
        spend(parts_of_fact + into.model->readings.back().options.size());
        into.model->readings.back().cites = literals_.make_cites((*read)->cites);
    }
    symbol& kept = into.symbols.emplace(name, added).first->second;
    if (const auto* const quantity = std::get_if<const syntax::quantity*>(&declared.what)) {
        return quantities_->check_quantity(where, **quantity, kept, *declared.file) ? &kept : nullptr;
    }
    return &kept;
}

/// The quantities that a quantity names and that are not bound yet.
std::vector<const declaration*> name_resolver::parts_of(const context& where, const declaration& declared) const {
    const auto* const text = std::get_if<const syntax::quantity*>(&declared.what);
    if (text == nullptr) { return {}; }
    std::vector<syntax::expression_id> next{(*text)->value, (*text)->when, (*text)->otherwise};
    for (const auto& line : (*text)->lines) { next.insert(next.end(), {line.value, line.when}); }
    std::vector<const declaration*> parts;
    while (!next.empty()) {
        const syntax::expression_id id = next.back();
        next.pop_back();
        if (!id) { continue; }
        const syntax::expression& e = (*declared.file)[id];
        next.insert(next.end(), {e.left, e.right});
        if (e.op != syntax::operation::name) { continue; }
        const declaration* const part = find(*where.names, e.words.front().text);
        if (part == nullptr || part->what.index() != 1) { continue; }
        if (where.into->symbols.find(e.words.front().text) == where.into->symbols.end()) { parts.push_back(part); }
    }
    return parts;
}

/// Binds all quantities that a quantity builds on, each after those that it builds on itself: recursion would need a stack as deep as
/// the whole chain of them.
void name_resolver::bind_parts(const context& where, const declaration& declared) {
    struct step {
        const declaration* quantity;
        std::vector<const declaration*> parts;
    };
    std::set<const declaration*> seen{&declared};
    std::vector<step> path;
    path.push_back({&declared, parts_of(where, declared)});
    while (!path.empty()) {
        step& here = path.back();
        if (here.parts.empty()) {
            if (here.quantity != &declared) { static_cast<void>(bind(where, *here.quantity)); }
            path.pop_back();
            continue;
        }
        const declaration* const part = here.parts.back();
        here.parts.pop_back();
        if (seen.insert(part).second) { path.push_back({part, parts_of(where, *part)}); }
    }
}

index name_resolver::add_fact(const context& where, tieuchi::fact declared, const declared_fact& from) {
    spend(parts_of_fact + parts_of_text(2 * declared.name.size()) + declared.options.size() + declared.only_for.size() / 2);
    where.into->sources.push_back(from);
    where.into->model->facts.push_back(std::move(declared));
    where.into->fact_read.push_back(false);
    return static_cast<index>(where.into->model->facts.size() - 1);
}

index name_resolver::previous_of(const context& where, const syntax::word& name) {
    const declaration* const found = find(*where.names, name.text);
    if (name.text == "kind" || (found != nullptr && found->what.index() != 0)) {
        error(*where.file, name.at, say<diag::no_previous_value>(name.text));
        return none;
    }
    if (found == nullptr) {
        static_cast<void>(resolve(where, name)); // says that it is unknown
        return none;
    }
    standard_scope& into = *where.into;
    const std::string previous = std::string(previous_prefix) + std::string(name.text);
    if (const auto known = into.symbols.find(previous); known != into.symbols.end()) { return known->second.at_index; }
    if (bind(where, *found) == nullptr) { return none; }
    fact declared = make_fact(*found->file, *std::get<const syntax::fact*>(found->what));
    declared.name = previous;
    declared.previous = true;
    declared.label = of_period_before(declared.label, " (kỳ trước)", " (period before)", false);
    declared.question = of_period_before(declared.question, "Về kỳ trước: ", "For the period before: ", true);
    declared.from_subunits = false;
    declared.by.reset();
    symbol kept;
    kept.at_index = add_fact(where, std::move(declared), {found->file, found->name().at});
    into.symbols.emplace(previous, kept);
    return kept.at_index;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
