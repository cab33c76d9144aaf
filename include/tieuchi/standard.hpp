// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard ready to assess by: picked from a rulebook for a date, with its readings chosen.
#pragma once

#include <tieuchi/assessment.hpp>
#include <tieuchi/criterion.hpp>
#include <tieuchi/document.hpp>
#include <tieuchi/fact.hpp>
#include <tieuchi/facts.hpp>
#include <tieuchi/quota.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// Caller-owned working memory, so that repeated assessments allocate nothing. One per thread; any standard may use it.
class TIEUCHI_API scratch {
public:
    scratch() = default;

private:
    friend class standard;
    friend class population;
    std::vector<impl::plan::interval> slots_;
    std::vector<std::uint32_t> largest_;
    std::vector<impl::plan::interval> numbers_;
    std::vector<impl::plan::truth> truths_;
};

namespace impl {
struct access;
} // namespace impl

/// The criteria for some kinds of subject, as they stood on one day. Immutable and cheap to copy; any number of threads may
/// share one. It keeps alive all that its views show.
class TIEUCHI_API standard {
public:
    [[nodiscard]] const std::string& name() const& noexcept;
    [[nodiscard]] std::string name() const&& { return name(); }
    [[nodiscard]] const labels& title() const& noexcept;
    [[nodiscard]] labels title() const&& { return title(); }
    [[nodiscard]] const tieuchi::document& document() const& noexcept;
    [[nodiscard]] tieuchi::document document() const&& { return document(); }
    /// Numbers of the documents that amended it, in the order in which their changes apply.
    [[nodiscard]] const std::vector<std::string>& amended_by() const& noexcept;
    [[nodiscard]] std::vector<std::string> amended_by() const&& { return amended_by(); }
    /// Where this version is in force; empty: wherever no jurisdiction has a version of its own.
    [[nodiscard]] const std::string& jurisdiction() const& noexcept;
    [[nodiscard]] std::string jurisdiction() const&& { return jurisdiction(); }
    /// How far it can be relied on: the weakest status of its document and of those that amended it.
    [[nodiscard]] document_status status() const noexcept;
    /// The kinds of subject that it is for.
    [[nodiscard]] const std::vector<std::string>& kinds() const& noexcept;
    [[nodiscard]] std::vector<std::string> kinds() const&& { return kinds(); }
    /// The clauses that it is taken from.
    [[nodiscard]] const std::vector<std::string>& cites() const& noexcept;
    [[nodiscard]] std::vector<std::string> cites() const&& { return cites(); }
    /// The day whose rules these are.
    [[nodiscard]] date on() const noexcept;
    /// The days that the facts describe; empty when the rules state no window.
    [[nodiscard]] std::optional<tieuchi::period> period() const noexcept;
    /// The decision is due before this day; empty when the rules state none.
    [[nodiscard]] std::optional<date> decide_before() const noexcept;
    /// Who decides, and the clause of the deadline; empty when not stated.
    [[nodiscard]] const labels& decided_by() const& noexcept;
    [[nodiscard]] labels decided_by() const&& { return decided_by(); }
    [[nodiscard]] const std::string& deadline_cite() const& noexcept;
    [[nodiscard]] std::string deadline_cite() const&& { return deadline_cite(); }
    [[nodiscard]] const std::string& window_cite() const& noexcept;
    [[nodiscard]] std::string window_cite() const&& { return window_cite(); }
    /// Identifies the text of all rules loaded together: equal digests, equal rules. A name-based UUID; it does not secure.
    [[nodiscard]] const std::string& digest() const& noexcept;
    [[nodiscard]] std::string digest() const&& { return digest(); }

    /// The facts; the index is the slot. Slot 0 is always `kind`.
    [[nodiscard]] const std::vector<fact>& facts() const& noexcept;
    [[nodiscard]] std::vector<fact> facts() const&& { return facts(); }
    /// The slot of a fact by its name in data; empty when the standard has no such fact.
    [[nodiscard]] std::optional<std::uint32_t> slot(std::string_view name) const noexcept;
    [[nodiscard]] const std::vector<criterion>& criteria() const& noexcept;
    [[nodiscard]] std::vector<criterion> criteria() const&& { return criteria(); }
    /// The outcomes in the order of the rules, the better before the worse; then those of exits, `not_assessed` and `referred` where the
    /// rules have them, and last always `not_subject`.
    [[nodiscard]] const std::vector<outcome>& outcomes() const& noexcept;
    [[nodiscard]] std::vector<outcome> outcomes() const&& { return outcomes(); }
    [[nodiscard]] const std::vector<reading>& readings() const& noexcept;
    [[nodiscard]] std::vector<reading> readings() const&& { return readings(); }
    /// The exits, in the order in which they are tried.
    [[nodiscard]] const std::vector<exit_rule>& exits() const& noexcept;
    [[nodiscard]] std::vector<exit_rule> exits() const&& { return exits(); }
    /// The adjustments, in the order in which they apply.
    [[nodiscard]] const std::vector<adjustment>& adjustments() const& noexcept;
    [[nodiscard]] std::vector<adjustment> adjustments() const&& { return adjustments(); }
    [[nodiscard]] const std::vector<quota>& quotas() const& noexcept;
    [[nodiscard]] std::vector<quota> quotas() const&& { return quotas(); }

    /// Assesses one subject. Never throws on data: facts that are missing or were refused are unknown. So is everything where `given` is for
    /// another standard, or for another version of this one: nothing is taken from such facts, and `assessment::problems()` says so
    /// (E421). Facts for the same version with other readings are taken. `facts::assess()` is always by the right standard.
    [[nodiscard]] assessment assess(const tieuchi::facts& given) const;

    /// The possible outcomes alone; all of them where `given` is for another standard or version. Allocates nothing once `work` has grown to
    /// this standard.
    [[nodiscard]] outcome_set outcomes(const tieuchi::facts& given, scratch& work) const;

private:
    friend class rulebook;
    friend class facts;
    friend class assessment;
    friend class population;
    friend struct impl::access;
    explicit standard(std::shared_ptr<const impl::bound_standard> bound) noexcept : bound_(std::move(bound)) {}
    std::shared_ptr<const impl::bound_standard> bound_;
};

} // namespace TIEUCHI_NAMESPACE
