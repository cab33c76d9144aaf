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
    std::string all;
    for (const auto& one : sources) {
        all += std::to_string(one->text().size()) + ':';
        all += one->text();
    }
    return boost::uuids::to_string(boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(all));
}

/// Whether a problem of meaning may be nothing but the consequence of text that could not be read.
[[nodiscard]] bool may_follow(const diagnostic& meaning, const diagnostics& unread) {
    if (impl::may_follow(meaning.code) || !meaning.is_error() || !meaning.origin) { return true; }
    const auto line = meaning.origin->line_of(meaning.at.begin);
    return std::any_of(unread.begin(), unread.end(), [&](const diagnostic& one) { // a statement is cut off where it went wrong
        return one.origin == meaning.origin && one.at.begin >= line.begin && line.end >= one.at.begin;
    });
}

[[nodiscard]] bool has_reading(const model::standard& of, std::string_view name) {
    return std::any_of(of.readings.begin(), of.readings.end(), [&](const reading& one) { return one.name == name; });
}

/// Whether a version is one of the country, or of the jurisdiction asked for, on the day.
[[nodiscard]] bool in_force(const model::standard& one, const selection& how) {
    return one.in_force_on(how.on) && (one.jurisdiction.empty() || one.jurisdiction == how.jurisdiction);
}

/// No rules are in force on what is no day.
[[nodiscard]] diagnostics check_days(const selection& how) {
    if (!how.on.ok()) { return {problem(say<diag::no_such_date>())}; }
    if (how.year && (*how.year < 1 || *how.year > 9999)) { return {problem(say<diag::no_such_year>(*how.year))}; }
    return {};
}

/// The same selection with its jurisdiction as names are compared.
[[nodiscard]] selection composed(const selection& how) {
    selection made = how;
    made.jurisdiction = names::composed(how.jurisdiction);
    return made;
}

/// A jurisdiction that no document names is a mistake, not one without rules of its own.
[[nodiscard]] diagnostics check_jurisdiction(const rules& all, const selection& how) {
    std::vector<std::string_view> known;
    for (const auto& one : all.documents) {
        if (one->jurisdiction == how.jurisdiction) { return {}; }
        if (!one->jurisdiction.empty()) { known.push_back(one->jurisdiction); }
    }
    if (how.jurisdiction.empty()) { return {}; }
    return {problem(say<diag::no_such_place>(how.jurisdiction)
                        .with_help(did_you_mean(how.jurisdiction, known, known.empty() ? "none is of one place alone" : "")))};
}

/// What is wrong with the readings that were chosen for these standards, taken together.
[[nodiscard]] diagnostics check_readings(const std::vector<const model::standard*>& of,
                                         const std::vector<const model::standard*>& all, const selection& how) {
    diagnostics problems;
    for (const auto& [name, chosen] : how.readings) {
        std::vector<std::string_view> known;
        bool found = false;
        for (const model::standard* const one : all) {
            for (const auto& reading : one->readings) {
                known.push_back(reading.name);
                if (reading.name != name) { continue; }
                const bool asked = std::find(of.begin(), of.end(), one) != of.end();
                found = found || asked || has_reading(*one, name);
                std::vector<std::string_view> options;
                for (const auto& option : reading.options) { options.push_back(option.name); }
                if (std::find(options.begin(), options.end(), chosen) != options.end()) { continue; }
                std::string list;
                for (const auto& option : options) { list += (list.empty() ? "`" : ", `") + std::string(option) + "`"; }
                problems.push_back(problem(say<diag::no_such_choice>(chosen, name, one->name)
                                               .with_help(did_you_mean(chosen, options, "they are " + list))));
            }
        }
        if (!found) { problems.push_back(problem(say<diag::no_such_reading>(name).with_help(did_you_mean(name, known)))); }
    }
    return problems;
}

} // namespace
} // namespace impl::rulebook

result<rulebook> rulebook::parse(const std::vector<source_ptr>& sources, const limits& bounds) {
    diagnostics problems;
    std::vector<impl::syntax::tree> trees;
    trees.reserve(sources.size());
    for (const auto& one : sources) { trees.push_back(impl::syntax::parse(one, bounds, problems)); }
    // What a statement that could not be read declares is missing: that others then lack it is no news.
    const diagnostics unread = problems;
    diagnostics meaning;
    auto rules = std::make_shared<impl::rules>(impl::check::check_rules(trees, bounds, meaning));
    for (auto& one : meaning) {
        if (unread.empty() || !impl::rulebook::may_follow(one, unread)) { problems.push_back(std::move(one)); }
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
    for (const diagnostic& one : rest.error()) { // what an unread file declares is missing elsewhere, which is no news
        if (!impl::rulebook::may_follow(one, unread)) { problems.push_back(one); }
    }
    return problems;
}

result<standard> rulebook::standard(std::string_view name, const selection& selection) const {
    const tieuchi::selection wanted = impl::rulebook::composed(selection);
    if (auto wrong = impl::rulebook::check_days(wanted); !wrong.empty()) { return wrong; }
    if (auto wrong = impl::rulebook::check_jurisdiction(*rules_, wanted); !wrong.empty()) { return wrong; }
    std::vector<const impl::model::standard*> all;
    std::vector<std::string_view> known;
    const impl::model::standard* picked = nullptr;
    bool named = false;
    std::string versions;
    for (const auto& one : rules_->standards) {
        all.push_back(one.get());
        known.push_back(one->name);
        if (one->name != name) { continue; }
        named = true;
        const bool better =
            picked == nullptr || picked->jurisdiction.empty(); // that of the jurisdiction before that of the country
        if (impl::rulebook::in_force(*one, wanted) && better) { picked = one.get(); }
        if (!one->amended_by.empty()) { continue; }
        versions += (versions.empty() ? "`" : ", `") + one->document->number + "` is in force from " + to_string(one->from);
        if (one->document->in_force_to) { versions += " to " + to_string(*one->document->in_force_to); }
    }
    if (!named) {
        return diagnostics{
            impl::problem(impl::say<impl::diag::no_such_standard>(name).with_help(impl::did_you_mean(name, known)))};
    }
    if (picked == nullptr) {
        return diagnostics{impl::problem(impl::say<impl::diag::no_version_in_force>(name, to_string(wanted.on), versions))};
    }
    diagnostics problems = impl::rulebook::check_readings({picked}, all, wanted);
    if (has_errors(problems)) { return problems; }
    return tieuchi::standard(impl::bind(rules_, *picked, wanted));
}

result<std::vector<standard>> rulebook::standards_for(std::string_view kind, const selection& selection) const {
    const tieuchi::selection wanted = impl::rulebook::composed(selection);
    if (auto wrong = impl::rulebook::check_days(wanted); !wrong.empty()) { return wrong; }
    if (auto wrong = impl::rulebook::check_jurisdiction(*rules_, wanted); !wrong.empty()) { return wrong; }
    std::vector<const impl::model::standard*> all;
    std::vector<const impl::model::standard*> picked;
    bool known = false;
    for (const auto& one : rules_->standards) {
        all.push_back(one.get());
        if (std::find(one->kinds.begin(), one->kinds.end(), kind) == one->kinds.end()) { continue; }
        known = true;
        if (!impl::rulebook::in_force(*one, wanted)) { continue; }
        const auto same = [&](const impl::model::standard* other) { return other->name == one->name; };
        const auto other = std::find_if(picked.begin(), picked.end(), same);
        if (other == picked.end()) {
            picked.push_back(one.get());
        } else if ((*other)->jurisdiction.empty()) {
            *other = one.get(); // that of the jurisdiction before that of the country
        }
    }
    if (!known) {
        return diagnostics{impl::problem(impl::say<impl::diag::no_standard_for_kind>(kind).with_help(
            impl::did_you_mean(kind, kinds(), "kinds are " + impl::list_of(kinds()))))};
    }
    if (picked.empty()) {
        return diagnostics{impl::problem(impl::say<impl::diag::no_standard_in_force>(kind, to_string(wanted.on)))};
    }
    diagnostics problems = impl::rulebook::check_readings(picked, all, wanted);
    if (has_errors(problems)) { return problems; }
    std::vector<tieuchi::standard> bound;
    bound.reserve(picked.size());
    for (const auto* const one : picked) { bound.push_back(tieuchi::standard(impl::bind(rules_, *one, wanted))); }
    return bound;
}

std::vector<std::string> rulebook::standard_names() const {
    std::vector<std::string> names;
    std::set<std::string_view> known;
    for (const auto& one : rules_->standards) {
        if (known.insert(one->name).second) { names.push_back(one->name); }
    }
    return names;
}

std::vector<std::string> rulebook::kinds() const {
    std::vector<std::string> kinds;
    std::set<std::string_view> known;
    for (const auto& one : rules_->standards) {
        for (const auto& kind : one->kinds) {
            if (known.insert(kind).second) { kinds.push_back(kind); }
        }
    }
    return kinds;
}

std::vector<document> rulebook::documents() const {
    std::vector<document> all;
    for (const auto& one : rules_->documents) { all.push_back(*one); }
    return all;
}

const diagnostics& rulebook::warnings() const& noexcept { return rules_->warnings; }
const std::string& rulebook::digest() const& noexcept { return rules_->digest; }

} // namespace TIEUCHI_NAMESPACE
