// SPDX-License-Identifier: Apache-2.0
// Amending documents, and the editions that they make of the documents they amend: one for each span of time and each jurisdiction in which
// other amendments are in force. All standards of a document have the same editions, so that they find each other.
#include "base/nearest.hpp"
#include "check/amend.hpp"
#include "check/literals.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] bool overlap(date from, const std::optional<date>& to, const tieuchi::document& other) {
    return (!to || other.in_force_from < *to) && (!other.in_force_to || from < *other.in_force_to);
}

} // namespace

/// What a document says that it amends must be there.
void amendment_pass::check_amended_documents() {
    for (const auto& each : shared_.documents) {
        for (const auto& item : each.text->items) {
            const auto* const amends = std::get_if<syntax::amends>(&item);
            if (amends == nullptr) { continue; }
            const std::string wanted = name_in(amends->document.raw);
            if (document_named(wanted) != nullptr || is_full(*each.file)) { continue; }
            std::vector<std::string_view> known;
            for (const auto& other : shared_.documents) { known.push_back(other.document->number); }
            error(*each.file, amends->document.at,
                  say<diag::unknown_document>(wanted).with_help(did_you_mean(wanted, known, "load it together with this file")));
        }
    }
}

/// No document amends itself, nor one that amends it, through however many others.
void amendment_pass::check_cycles() {
    struct amendment_link {
        const syntax::literal* text = nullptr;
        std::size_t to = 0;
    };
    std::map<std::string_view, std::size_t> numbers;
    for (const auto& each : shared_.documents) { numbers.emplace(each.document->number, numbers.size()); }
    std::vector<const document_scope*> all(numbers.size());
    std::vector<std::vector<amendment_link>> links(numbers.size());
    for (const auto& each : shared_.documents) {
        const std::size_t at = numbers.at(each.document->number);
        all[at] = &each;
        for (const auto& item : each.text->items) {
            const auto* const amends = std::get_if<syntax::amends>(&item);
            const auto found = amends == nullptr ? numbers.end() : numbers.find(name_in(amends->document.raw));
            if (found != numbers.end()) { links[at].push_back({&amends->document, found->second}); }
        }
    }
    // Depth first, without recursion: a document reached again while it is on the path closes a circle.
    enum class state : std::uint8_t { fresh, on_path, done };
    std::vector<state> states(all.size(), state::fresh);
    std::vector<std::size_t> next(all.size(), 0);
    for (std::size_t start = 0; start < all.size(); ++start) {
        if (states[start] != state::fresh) { continue; }
        std::vector<std::size_t> path{start};
        states[start] = state::on_path;
        while (!path.empty()) {
            const std::size_t at = path.back();
            if (next[at] == links[at].size()) {
                states[at] = state::done;
                path.pop_back();
                continue;
            }
            const amendment_link& link = links[at][next[at]++];
            if (states[link.to] == state::fresh) {
                states[link.to] = state::on_path;
                path.push_back(link.to);
            } else if (states[link.to] == state::on_path) {
                const auto first = std::find(path.begin(), path.end(), link.to);
                std::vector<const document_scope*> circle;
                for (auto each = first; each != path.end(); ++each) { circle.push_back(all[*each]); }
                report_cycle(circle, link.text->at);
            }
        }
    }
}

/// Each of the documents amends the next, and the last the first, which it says at `at`.
void amendment_pass::report_cycle(const std::vector<const document_scope*>& circle, span at) {
    constexpr std::size_t most_named = 6;
    const auto named = [](const document_scope& document) { return "`" + document.document->number + "`"; };
    const document_scope& last = *circle.back();
    if (circle.size() == 1) {
        error(*last.file, at, say<diag::amends_itself>(last.document->number));
        return;
    }
    std::string others = named(*circle.front());
    for (std::size_t i = 1; i < circle.size() && i < most_named; ++i) { others += ", which amends " + named(*circle[i]); }
    if (circle.size() > most_named) { others += " … and so on"; }
    error(*last.file, at, say<diag::amends_in_cycle>(last.document->number, others));
}

/// The documents that an amendment's standard may stand in, with the standard. Says so when there is none.
std::vector<standard_scope*> amendment_pass::amended_by(const origin& by) {
    std::vector<standard_scope*> found;
    std::vector<std::string_view> known;
    std::set<const document_scope*> loaded;
    for (const std::string& number : by.document->document->amends) {
        const document_scope* const amended = document_named(number);
        if (amended == nullptr || !loaded.insert(amended).second) { continue; }
        for (standard_scope* const scope : amended->standards) {
            known.push_back(scope->text->name.text);
            if (known.back() == by.text->standard.text) { found.push_back(scope); }
        }
    }
    if (found.empty() && !loaded.empty() && !is_full(*by.file)) {
        // Amendments are written for the document that holds the standard, not for one that amends it.
        const std::vector<std::string>& further = (*loaded.begin())->document->amends;
        const std::string help =
            known.empty() && !further.empty() ? "name the document that holds it: `amends \"" + further.front() + "\"`" : "";
        error(*by.file, by.text->standard.at,
              say<diag::amends_no_standard>(by.document->document->number, by.text->standard.text)
                  .with_help(did_you_mean(by.text->standard.text, known, help)));
    }
    return found;
}

/// The editions of a document, from the amendments to any of its standards. One more than `most` at most.
std::vector<edition> amendment_pass::editions_of(const document_scope& of, const std::vector<const origin*>& amendments,
                                                 std::size_t most) {
    std::map<std::string, std::vector<const origin*>> jurisdictions{{"", {}}};
    for (const origin* const amendment : amendments) {
        jurisdictions[amendment->document->document->jurisdiction].push_back(amendment);
    }
    std::vector<edition> result;
    for (const auto& [jurisdiction, own] : jurisdictions) {
        std::vector<const origin*> here;
        for (const origin* const amendment : amendments) {
            const std::string& theirs = amendment->document->document->jurisdiction;
            if (theirs.empty() || theirs == jurisdiction) { here.push_back(amendment); }
        }
        const tieuchi::document& base = *of.document;
        std::set<date> cuts{base.in_force_from};
        for (const origin* const amendment : here) {
            const tieuchi::document& by = *amendment->document->document;
            for (const auto& day : {std::optional(by.in_force_from), by.in_force_to}) {
                if (day && base.in_force_on(*day)) { cuts.insert(*day); }
            }
        }
        for (auto from = cuts.begin(); from != cuts.end(); ++from) {
            edition span{
                *from, std::next(from) == cuts.end() ? base.in_force_to : std::optional(*std::next(from)), jurisdiction, {}};
            const auto applies = [&](const origin* amendment) {
                return overlap(span.from, span.to, *amendment->document->document);
            };
            if (!jurisdiction.empty() && std::none_of(own.begin(), own.end(), applies)) { continue; } // it is as in the country
            std::copy_if(here.begin(), here.end(), std::back_inserter(span.amendments), applies);
            spend(1 + span.amendments.size() * sizeof(void*) / bytes_of_part);
            result.push_back(std::move(span));
            if (result.size() > most || is_spent(*of.file, of.text->number.at)) { return result; }
        }
    }
    return result;
}

/// Gives each standard of an amended document a scope for each edition, with its items as amendments left them.
void amendment_pass::make_editions() {
    std::map<document_scope*, std::vector<const origin*>> amended;
    for (const origin& amendment : shared_.origins) {
        for (const standard_scope* const standard : amended_by(amendment)) {
            auto& amendments = amended[standard->document];
            if (amendments.empty() || amendments.back() != &amendment) { amendments.push_back(&amendment); }
        }
    }
    for (auto& [document, amendments] : amended) {
        if (!shared_.budget.is_used_up()) { make_editions_of(*document, amendments); }
    }
}

void amendment_pass::make_editions_of(document_scope& document, std::vector<const origin*>& amendments) {
    const auto in_order = [](const origin* a, const origin* b) { // stable: else in the order of the files
        return a->document->document->in_force_from < b->document->document->in_force_from;
    };
    std::stable_sort(amendments.begin(), amendments.end(), in_order);
    const std::size_t room = shared_.bounds.standards - std::min<std::size_t>(shared_.bounds.standards, shared_.standards.size());
    auto result = editions_of(document, amendments, 1 + room / document.standards.size());
    if (shared_.budget.is_used_up()) { return; }
    if ((result.size() - 1) * document.standards.size() > room) { // said before any of them is written out
        const standard_scope& base = *document.standards.front();
        error(*base.file, base.text->name.at, say<diag::too_many_versions>(shared_.bounds.standards, document.document->number));
        shared_.budget.stop();
        return;
    }
    const std::size_t first = editions_.size();
    for (auto& each : result) { editions_.push_back(std::move(each)); }
    for (standard_scope* const base : document.standards) {
        for (std::size_t i = first + 1; i < editions_.size() && !shared_.budget.is_used_up(); ++i) {
            add_edition(*base, editions_[i]);
        }
        base->in_edition = &editions_[first];
        amend(*base);
    }
}

void amendment_pass::add_edition(const standard_scope& base, const edition& of) {
    spend(parts_of_standard + base.items.size());
    if (is_spent(*base.file, base.text->name.at)) { return; }
    standard_scope& version = shared_.standards.emplace_back();
    version.file = base.file;
    version.text = base.text;
    version.document = base.document;
    version.items = base.items;
    version.order = base.order;
    version.in_edition = &of;
    begin_standard(version);
    amend(version);
}

void amendment_pass::find_neighbours() {
    for (standard_scope& version : shared_.standards) {
        shared_.versions[version.text->name.text].push_back(&version);
        neighbourhood& here = shared_.neighbours[{version.document, version.in_edition}];
        here.all.push_back(&version);
        here.by_name.emplace(version.text->name.text, &version);
        for (const std::string& kind : version.model->kinds) { here.by_kind[kind].push_back(&version); }
    }
}

/// When and where a version is in force, and how far it can be relied on.
void amendment_pass::date_versions() {
    for (auto& scope : shared_.standards) {
        standard& model = *scope.model;
        const tieuchi::document& base = *scope.document->document;
        model.from = scope.in_edition != nullptr ? scope.in_edition->from : base.in_force_from;
        model.to = scope.in_edition != nullptr ? scope.in_edition->to : base.in_force_to;
        model.status = base.status;
        if (scope.in_edition == nullptr) { continue; }
        model.jurisdiction = scope.in_edition->jurisdiction;
        for (const document_scope* const document : scope.amended_by) {
            model.amended_by.push_back(document->document->number);
            model.status = std::max(model.status, document->document->status);
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
