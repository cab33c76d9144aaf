// SPDX-License-Identifier: Apache-2.0
// The rulebook: files read, parsed and checked together; standards picked from it by name, kind and date.
#include "base/diagnostic_catalogue.hpp"
#include "base/log.hpp"
#include "base/names.hpp"
#include "base/nearest.hpp"
#include "check/check.hpp"
#include "model/rules.hpp"
#include "plan/bound.hpp"
#include "syntax/parse.hpp"

#include <tieuchi/rulebook.hpp>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE {

namespace impl::rulebook {
namespace {

/// A name-based UUID (RFC 4122, SHA-1) of the texts, whatever the order of the files.
[[nodiscard]] std::string digest_of(std::vector<source_ptr> sources) {
    std::sort(sources.begin(), sources.end(), [](const source_ptr& a, const source_ptr& b) { return a->text() < b->text(); });
    std::string texts;
    for (const auto& source : sources) {
        texts += std::to_string(source->text().size()) + ':';
        texts += source->text();
    }
    return boost::uuids::to_string(boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(texts));
}

/// Whether a problem of meaning may be nothing but the consequence of text that could not be read.
[[nodiscard]] bool may_follow(const diagnostic& meaning, const diagnostics& unread) {
    if (impl::may_follow(meaning.code) || !meaning.is_error() || !meaning.origin) { return true; }
    const auto line = meaning.origin->line_of(meaning.at.begin);
    return std::any_of(
        unread.begin(), unread.end(), [&](const diagnostic& problem) { // a statement is cut off where it went wrong
            return problem.origin == meaning.origin && problem.at.begin >= line.begin && line.end >= problem.at.begin;
        });
}

/// Whether a version is one of the country, or of the place asked for, on the day.
[[nodiscard]] bool in_force(const model::standard& version, const selection& how) {
    return version.in_force_on(how.on) && (version.jurisdiction.empty() || version.jurisdiction == how.jurisdiction);
}

/// Rules are in force on days of the calendar only.
[[nodiscard]] diagnostics check_days(const selection& how) {
    if (!how.on.ok()) { return {problem(say<diag::no_such_date>())}; }
    if (how.year && (*how.year < 1 || *how.year > 9999)) { return {problem(say<diag::no_such_year>(*how.year))}; }
    return {};
}

/// The same selection with its jurisdiction as names are compared.
[[nodiscard]] selection composed(const selection& how) {
    selection result = how;
    result.jurisdiction = names::composed(how.jurisdiction);
    return result;
}

/// A place that no document names is a mistake, not a place without rules of its own.
[[nodiscard]] diagnostics check_place(const rules& rules, const selection& how) {
    std::vector<std::string_view> known;
    for (const auto& document : rules.documents) {
        if (document->jurisdiction == how.jurisdiction) { return {}; }
        if (!document->jurisdiction.empty()) { known.push_back(document->jurisdiction); }
    }
    if (how.jurisdiction.empty()) { return {}; }
    return {problem(say<diag::no_such_place>(how.jurisdiction)
                        .with_help(did_you_mean(how.jurisdiction, known, known.empty() ? "none is of one place alone" : "")))};
}

/// The problem with the option chosen for a reading of a standard; none when the reading has it.
[[nodiscard]] std::optional<diagnostic> check_choice(const model::standard& standard, const reading& reading,
                                                     const std::string& chosen) {
    std::vector<std::string_view> options;
    std::string list;
    for (const auto& option : reading.options) {
        if (option.name == chosen) { return std::nullopt; }
        options.push_back(option.name);
        list += (list.empty() ? "`" : ", `") + option.name + "`";
    }
    return problem(say<diag::no_such_choice>(chosen, reading.name, standard.name)
                       .with_help(did_you_mean(chosen, options, "they are " + list)));
}

/// The problems with the readings that were chosen: that no standard has them, or not that option.
[[nodiscard]] diagnostics check_readings(const rules& rules, const selection& how) {
    diagnostics problems;
    for (const auto& [name, chosen] : how.readings) {
        std::vector<std::string_view> known;
        for (const auto& standard : rules.standards) {
            for (const auto& reading : standard->readings) {
                known.push_back(reading.name);
                if (reading.name != name) { continue; }
                if (auto wrong = check_choice(*standard, reading, chosen)) { problems.push_back(*std::move(wrong)); }
            }
        }
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problems.push_back(problem(say<diag::no_such_reading>(name).with_help(did_you_mean(name, known))));
        }
    }
    return problems;
}

using versions = std::vector<const model::standard*>;

[[nodiscard]] versions versions_of(const rules& rules, std::string_view name) {
    versions found;
    for (const auto& standard : rules.standards) {
        if (standard->name == name) { found.push_back(standard.get()); }
    }
    return found;
}

/// The version that applies, that of the place before that of the country; null when none is in force.
[[nodiscard]] const model::standard* version_in_force(const versions& candidates, const selection& how) {
    const model::standard* picked = nullptr;
    for (const model::standard* const candidate : candidates) {
        const bool better = picked == nullptr || picked->jurisdiction.empty();
        if (better && in_force(*candidate, how)) { picked = candidate; }
    }
    return picked;
}

/// `A` is in force from 2020-01-01 to 2021-12-31, `B` is in force from 2022-01-01
[[nodiscard]] std::string periods_of(const versions& candidates) {
    std::string text;
    for (const model::standard* const candidate : candidates) {
        if (!candidate->amended_by.empty()) { continue; }
        const document& document = *candidate->document;
        text += (text.empty() ? "`" : ", `") + document.number + "` is in force from " + to_string(candidate->from);
        if (document.in_force_to) { text += " to " + to_string(*document.in_force_to); }
    }
    return text;
}

} // namespace
} // namespace impl::rulebook

result<rulebook> rulebook::parse(const std::vector<source_ptr>& sources, const limits& bounds) {
    diagnostics problems;
    std::vector<impl::syntax::tree> trees;
    trees.reserve(sources.size());
    for (const auto& source : sources) { trees.push_back(impl::syntax::parse(source, bounds, problems)); }
    // The declarations of a statement that could not be read are missing: that other statements lack them is no news.
    const diagnostics unread = problems;
    diagnostics meaning;
    auto rules = std::make_shared<impl::rules>(impl::check::check_rules(trees, bounds, meaning));
    for (auto& problem : meaning) {
        if (unread.empty() || !impl::rulebook::may_follow(problem, unread)) { problems.push_back(std::move(problem)); }
    }
    if (has_errors(problems)) { return problems; }
    rules->warnings = std::move(problems);
    rules->digest = impl::rulebook::digest_of(sources);
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} standards of {} documents from {} files, rules {}", rules->standards.size(),
                  rules->documents.size(), sources.size(), rules->digest);
    }
    return rulebook(std::move(rules));
}

result<rulebook> rulebook::load(const std::string& path, const limits& bounds) { return load_all({path}, bounds); }

result<rulebook> rulebook::load_all(const std::vector<std::string>& paths, const limits& bounds) {
    auto [sources, problems] = read(paths, bounds);
    if (!has_errors(problems)) { return parse(sources, bounds); }
    if (sources.empty()) { return problems; }
    auto rest = parse(sources, bounds);
    if (rest) { return problems; }
    const diagnostics unread = problems;
    for (const diagnostic& problem : rest.error()) { // that other files lack the declarations of an unread one is no news
        if (!impl::rulebook::may_follow(problem, unread)) { problems.push_back(problem); }
    }
    return problems;
}

result<standard> rulebook::standard(std::string_view name, const selection& selection) const {
    const tieuchi::selection wanted = impl::rulebook::composed(selection);
    if (auto wrong = impl::rulebook::check_days(wanted); !wrong.empty()) { return wrong; }
    if (auto wrong = impl::rulebook::check_place(*rules_, wanted); !wrong.empty()) { return wrong; }
    const auto versions = impl::rulebook::versions_of(*rules_, name);
    if (versions.empty()) {
        return diagnostics{
            impl::problem(impl::say<impl::diag::no_such_standard>(name).with_help(impl::did_you_mean(name, standard_names())))};
    }
    const impl::model::standard* const picked = impl::rulebook::version_in_force(versions, wanted);
    if (picked == nullptr) {
        return diagnostics{impl::problem(
            impl::say<impl::diag::no_version_in_force>(name, to_string(wanted.on), impl::rulebook::periods_of(versions)))};
    }
    diagnostics problems = impl::rulebook::check_readings(*rules_, wanted);
    if (has_errors(problems)) { return problems; }
    return tieuchi::standard(impl::bind(rules_, *picked, wanted));
}

result<std::vector<standard>> rulebook::standards_for(std::string_view kind, const selection& selection) const {
    const tieuchi::selection wanted = impl::rulebook::composed(selection);
    if (auto wrong = impl::rulebook::check_days(wanted); !wrong.empty()) { return wrong; }
    if (auto wrong = impl::rulebook::check_place(*rules_, wanted); !wrong.empty()) { return wrong; }
    impl::rulebook::versions picked;
    bool known = false;
    for (const auto& standard : rules_->standards) {
        if (std::find(standard->kinds.begin(), standard->kinds.end(), kind) == standard->kinds.end()) { continue; }
        known = true;
        if (!impl::rulebook::in_force(*standard, wanted)) { continue; }
        const auto is_version = [&](const impl::model::standard* other) { return other->name == standard->name; };
        const auto other = std::find_if(picked.begin(), picked.end(), is_version);
        if (other == picked.end()) {
            picked.push_back(standard.get());
        } else if ((*other)->jurisdiction.empty()) {
            *other = standard.get(); // the version of the place before that of the country
        }
    }
    if (!known) {
        return diagnostics{impl::problem(impl::say<impl::diag::no_standard_for_kind>(kind).with_help(
            impl::did_you_mean(kind, kinds(), "kinds are " + impl::list_of(kinds()))))};
    }
    if (picked.empty()) {
        return diagnostics{impl::problem(impl::say<impl::diag::no_standard_in_force>(kind, to_string(wanted.on)))};
    }
    diagnostics problems = impl::rulebook::check_readings(*rules_, wanted);
    if (has_errors(problems)) { return problems; }
    std::vector<tieuchi::standard> bound;
    bound.reserve(picked.size());
    for (const auto* const version : picked) { bound.push_back(tieuchi::standard(impl::bind(rules_, *version, wanted))); }
    return bound;
}

std::vector<std::string> rulebook::standard_names() const {
    std::vector<std::string> names;
    std::set<std::string_view> known;
    for (const auto& standard : rules_->standards) {
        if (known.insert(standard->name).second) { names.push_back(standard->name); }
    }
    return names;
}

std::vector<std::string> rulebook::kinds() const {
    std::vector<std::string> kinds;
    std::set<std::string_view> known;
    for (const auto& standard : rules_->standards) {
        for (const auto& kind : standard->kinds) {
            if (known.insert(kind).second) { kinds.push_back(kind); }
        }
    }
    return kinds;
}

std::vector<document> rulebook::documents() const {
    std::vector<document> documents;
    for (const auto& document : rules_->documents) { documents.push_back(*document); }
    return documents;
}

const diagnostics& rulebook::warnings() const& noexcept { return rules_->warnings; }
const std::string& rulebook::digest() const& noexcept { return rules_->digest; }

} // namespace TIEUCHI_NAMESPACE
