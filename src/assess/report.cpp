// SPDX-License-Identifier: Apache-2.0
// Which findings of an assessment are reported, so that no part repeats what the whole says.
#include <tieuchi/assessment.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Selects from the findings of one answer.
class report {
public:
    explicit report(const assessment& answer)
        : standard_(answer.standard()),
          criteria_(standard_.criteria()),
          findings_(answer.findings()),
          decided_(answer.decided()),
          excluded_(answer.decided() && answer.exit() != nullptr) {}

    [[nodiscard]] std::vector<std::uint32_t> with_status(finding_status status) const {
        return select(
            [&](std::uint32_t at) { return is_reported_as(at, status) && !findings_[at].excepted && !gives_nothing(at); });
    }
    [[nodiscard]] std::vector<std::uint32_t> still_open() const {
        if (!decided_) { return with_status(finding_status::unknown); }
        return select([&](std::uint32_t at) { return is_needless(at); });
    }
    [[nodiscard]] std::vector<std::uint32_t> exceptions() const {
        return select([&](std::uint32_t at) { return findings_[at].excepted && !is_part_of_event(at); });
    }

private:
    template <class Predicate>
    [[nodiscard]] std::vector<std::uint32_t> select(const Predicate& predicate) const {
        std::vector<std::uint32_t> found;
        if (excluded_) { return found; }
        for (std::uint32_t at = 0; at < findings_.size(); ++at) {
            if (predicate(at)) { found.push_back(at); }
        }
        return found;
    }

    [[nodiscard]] finding_status status_of(std::uint32_t at) const { return findings_[at].status; }

    [[nodiscard]] bool has_part_that_is(std::uint32_t at, finding_status status) const {
        const auto& parts = criteria_[at].children;
        return std::any_of(parts.begin(), parts.end(), [&](std::uint32_t part) { return status_of(part) == status; });
    }

    template <class Predicate>
    [[nodiscard]] bool any_above(std::uint32_t at, const Predicate& predicate) const {
        for (auto above = criteria_[at].parent; above; above = criteria_[*above].parent) {
            if (predicate(*above)) { return true; }
        }
        return false;
    }

    /// What was met or does not apply is reported by its largest part. What was not met or is open is reported by its smallest parts, as those
    /// can be acted on, but not below a criterion that is settled otherwise, by an exception or by another of its parts: there it is neither a
    /// shortcoming nor a question.
    [[nodiscard]] bool is_reported_as(std::uint32_t at, finding_status status) const {
        if (status_of(at) != status || is_part_of_event(at)) { return false; }
        if (status == finding_status::met || status == finding_status::not_applicable) {
            return !any_above(at, [&](std::uint32_t above) {
                return status_of(above) == status || status_of(above) == finding_status::not_applicable;
            });
        }
        if (!criteria_[at].event && has_part_that_is(at, status)) { return false; }
        return !any_above(at, [&](std::uint32_t above) { return status_of(above) != status; });
    }

    /// A smallest part that stayed open although the outcome is decided. Reported so that nobody takes it for met.
    [[nodiscard]] bool is_needless(std::uint32_t at) const {
        if (status_of(at) != finding_status::unknown || is_part_of_event(at)) { return false; }
        if (!criteria_[at].event && has_part_that_is(at, finding_status::unknown)) { return false; }
        return !any_above(at, [&](std::uint32_t above) {
            return status_of(above) == finding_status::met || status_of(above) == finding_status::not_applicable;
        });
    }

    /// Parts of an event describe how it happened; only the event itself is reported.
    [[nodiscard]] bool is_part_of_event(std::uint32_t at) const {
        return any_above(at, [&](std::uint32_t above) { return criteria_[above].event; });
    }

    /// A bonus that was not earned or a deduction that was not made is no strength.
    [[nodiscard]] bool gives_nothing(std::uint32_t at) const {
        const finding& finding = findings_[at];
        return finding.points && finding.criterion->maximum.units() == 0 && *finding.points == decimal_range{};
    }

    const standard standard_; // keeps the criteria
    const std::vector<criterion>& criteria_;
    const std::vector<finding>& findings_;
    bool decided_;
    bool excluded_; ///< by an exit: criteria then decide nothing
};

} // namespace
} // namespace impl::assess

std::vector<std::uint32_t> assessment::strengths() const { return impl::assess::report(*this).with_status(finding_status::met); }
std::vector<std::uint32_t> assessment::shortcomings() const {
    return impl::assess::report(*this).with_status(finding_status::not_met);
}
std::vector<std::uint32_t> assessment::still_open() const { return impl::assess::report(*this).still_open(); }
std::vector<std::uint32_t> assessment::not_applicable() const {
    return impl::assess::report(*this).with_status(finding_status::not_applicable);
}
std::vector<std::uint32_t> assessment::exceptions() const { return impl::assess::report(*this).exceptions(); }

} // namespace TIEUCHI_NAMESPACE
