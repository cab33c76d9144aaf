// SPDX-License-Identifier: Apache-2.0
/// \file
/// What amending documents do to the standards that they amend.
#pragma once

#include "check/pass.hpp"

#include <deque>
#include <map>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Makes the editions of amended documents: one for each span of time and each jurisdiction in which other amendments are in force.
class amendment_pass : public pass {
public:
    explicit amendment_pass(shared_scope& shared) : pass(shared) {}

    void check_amended_documents();
    void check_cycles();
    void make_editions();
    void find_neighbours();
    void date_versions();

private:
    void report_cycle(const std::vector<const document_scope*>& cycle, span at);
    [[nodiscard]] std::vector<standard_scope*> standards_amended_by(const origin& amendment);
    [[nodiscard]] std::vector<edition> editions_of(const document_scope& scope, const std::vector<const origin*>& amendments,
                                                   std::size_t most);
    void make_editions_of(document_scope& document, std::vector<const origin*>& amendments);
    void add_edition(const standard_scope& base, const edition& edition);
    template <class Item>
    const syntax::standard_item& shared_copy(const Item& item);
    [[nodiscard]] syntax::criterion& own_copy(placed_item& item);
    void amend(standard_scope& scope);
    void apply(standard_scope& scope, const origin& amendment, const syntax::amendment_item& item);
    [[nodiscard]] bool is_allowed(standard_scope& scope, const origin& by, const syntax::amendment_item& item);
    [[nodiscard]] std::vector<syntax::criterion*> find_criterion(standard_scope& scope, std::string_view clause);
    void report_unknown_clause(standard_scope& scope, const origin& by, const syntax::word& clause);
    void add_criterion_to(standard_scope& scope, const origin& by, const syntax::criterion& text);
    static void insert_after_last_of_kind(standard_scope& scope, const placed_item& result);
    void add_item(standard_scope& scope, const origin& by, const syntax::addition& text);
    void replace_item(standard_scope& scope, const origin& by, const syntax::replacement& text);
    void replace_criterion(standard_scope& scope, const origin& by, const syntax::criterion& text);
    void replace_outcome(standard_scope& scope, const origin& by, const syntax::standard_item& result, const syntax::word& name);
    void repeal(standard_scope& scope, const origin& by, const syntax::repeal& text);

    std::deque<edition> editions_;                             // scopes point at them
    std::deque<syntax::standard_item> changed_;                // items that amendments changed or added
    std::map<const void*, const syntax::standard_item*> kept_; // copies of items that amendments add, by the original
};

} // namespace TIEUCHI_NAMESPACE::impl::check
