// SPDX-License-Identifier: Apache-2.0
// The grammar of expressions. Nodes go into the tree's arena, operands before what they are operands of.
#include "syntax/actions.hpp"
#include "syntax/forms.hpp"
#include "syntax/grammar.hpp"
#include "syntax/lines.hpp"

#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax::grammar {

using namespace literals;

/// A node with what belongs to it in the text, parentheses around it included.
struct operand {
    expression_id id;
    span at;
    std::string_view digits; ///< of a percentage, until its node is made
};

/// What the actions below work on.
template <class Context>
node::expression& expression_of(const Context& context) {
    return x3::get<state_tag>(context).result().expressions[x3::_val(context).id.index];
}

/// The operand read is the whole so far.
struct take_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context) = x3::_attr(context);
    }
};
inline constexpr take_action take{};

/// What was read so far and the operand just read become one node.
template <operation Op>
struct join_action {
    template <class Context>
    void operator()(const Context& context) const {
        operand& so_far = x3::_val(context);
        const operand& right = x3::_attr(context);
        node::expression result;
        result.op = Op;
        result.left = so_far.id;
        result.right = right.id;
        if constexpr (Op == operation::per) { result.digits = std::exchange(so_far.digits, {}); }
        result.at = so_far.at = {so_far.at.begin, right.at.end};
        so_far.id = x3::get<state_tag>(context).add(std::move(result));
    }
};
template <operation Op>
inline constexpr join_action<Op> join{};

/// The operand just read becomes the left one of a new node, which ends with it: `not x`, `70% of x`.
template <operation Op>
struct wrap_action {
    template <class Context>
    void operator()(const Context& context) const {
        operand& so_far = x3::_val(context);
        const operand& inner = x3::_attr(context);
        node::expression result;
        result.op = Op;
        result.left = inner.id;
        result.digits = so_far.digits;
        result.at = {so_far.at.begin, inner.at.end};
        so_far.id = x3::get<state_tag>(context).add(std::move(result));
    }
};
template <operation Op>
inline constexpr wrap_action<Op> wrap{};

/// What was read so far becomes the left operand of a new node, to be completed by what follows: `x is`, `x in`. Without anything
/// read so far, a node without operands.
template <operation Op, bool Negated = false>
struct begin_action {
    template <class Context>
    void operator()(const Context& context) const {
        operand& so_far = x3::_val(context);
        node::expression result;
        result.op = Op;
        result.negated = Negated;
        result.left = so_far.id;
        result.digits = so_far.digits;
        result.at = {so_far.at.begin, x3::get<state_tag>(context).end_before(x3::_where(context).begin())};
        so_far.id = x3::get<state_tag>(context).add(std::move(result));
    }
};
template <operation Op, bool Negated = false>
inline constexpr begin_action<Op, Negated> begin{};

/// The node begun is the contrary.
struct negate_action {
    template <class Context>
    void operator()(const Context& context) const {
        expression_of(context).negated = true;
    }
};
inline constexpr negate_action negated{};

/// The node begun ends here.
struct end_action {
    template <class Context>
    void operator()(const Context& context) const {
        expression_of(context).at.end = x3::get<state_tag>(context).end_before(x3::_where(context).begin());
    }
};
inline constexpr end_action end{};

/// The word belongs to the node begun, which ends here unless more follows.
struct add_word_action {
    template <class Context>
    void operator()(const Context& context) const {
        node::expression& result = expression_of(context);
        result.words.push_back(x3::_attr(context));
        result.at.end = x3::_attr(context).at.end;
    }
};
inline constexpr add_word_action add_word{};

/// The token is a node by itself.
template <operation Op>
struct leaf_action {
    template <class Context>
    void operator()(const Context& context) const {
        const auto& read = x3::_attr(context);
        node::expression result;
        result.op = Op;
        result.at = read.at;
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(read)>, node::word>) {
            result.words.push_back(read);
        } else {
            result.digits = read.digits;
        }
        x3::_val(context).id = x3::get<state_tag>(context).add(std::move(result));
    }
};
template <operation Op>
inline constexpr leaf_action<Op> leaf{};

/// `6 months`: the unit makes the number that was read a node.
struct duration_action {
    template <class Context>
    void operator()(const Context& context) const {
        operand& so_far = x3::_val(context);
        node::expression result;
        result.op = operation::duration;
        result.digits = so_far.digits;
        result.words.push_back(x3::_attr(context));
        result.at = {so_far.at.begin, x3::_attr(context).at.end};
        so_far.id = x3::get<state_tag>(context).add(std::move(result));
    }
};
inline constexpr duration_action duration{};

struct keep_digits_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context).digits = x3::_attr(context).digits;
    }
};
inline constexpr keep_digits_action keep_digits{};

/// The whole expression has been read.
struct finish_action {
    template <class Context>
    void operator()(const Context& context) const {
        x3::_val(context) = x3::_attr(context).id;
    }
};
inline constexpr finish_action finish{};

using operand_rule = x3::rule<struct operand_tag, operand>;
constexpr x3::rule<struct disjunction_tag, operand> disjunction{"disjunction"};
constexpr x3::rule<struct conjunction_tag, operand> conjunction{"conjunction"};
constexpr x3::rule<struct negation_tag, operand> negation{"negation"};
constexpr x3::rule<struct comparison_tag, operand> comparison{"comparison"};
constexpr x3::rule<struct sum_tag, operand> sum{"sum"};
constexpr x3::rule<struct product_tag, operand> product{"product"};
constexpr x3::rule<struct rate_tag, operand> rate{"rate"};
constexpr x3::rule<struct base_tag, operand> base{"base"};
constexpr x3::rule<struct previous_tag, operand> previous{"previous"};
constexpr x3::rule<struct atom_tag, operand> atom{"atom"};
constexpr x3::rule<struct span_of_time_tag, operand> span_of_time{"span_of_time"};
constexpr x3::rule<struct percentage_tag, operand> percentage{"percentage"};
constexpr x3::rule<struct fixed_tag, operand> fixed{"fixed"};

constexpr auto expression_def = called(wanted::condition, disjunction[finish]);

constexpr auto disjunction_def = conjunction[take] >>
                                 *(line<condition_line<0, shift::part>>(keyword("or")) > conjunction[join<operation::either>]);

constexpr auto conjunction_def = negation[take] >>
                                 *(line<condition_line<1, shift::part>>(keyword("and")) > negation[join<operation::both>]);

constexpr auto negation_def =
    called(wanted::condition, located((keyword("not") > nested(negation[wrap<operation::negate>])) | comparison[take]));

constexpr auto equality = (sign("=") > sum[join<operation::equal>]) | (sign("!=") > sum[join<operation::not_equal>]) |
                          (sign("<") > sum[join<operation::less>]) | (sign("<=") > sum[join<operation::less_equal>]) |
                          (sign(">") > sum[join<operation::greater>]) | (sign(">=") > sum[join<operation::greater_equal>]);
constexpr auto choice = keyword("is")[begin<operation::is>] > -(keyword("not")[negated]) > name[add_word];
constexpr auto membership = ((keyword("not") >> keyword("in"))[begin<operation::in, true>] |
                             keyword("in")[begin<operation::in>]) >
                            parenthesised(listed<condition_line<2, shift::element>>(name[add_word])) > here[end];
constexpr auto comparison_def = located(sum[take] >> -(equality | choice | membership));

constexpr auto sum_def = product[take] >>
                         *((line<condition_line<2, shift::part>>(sign("+")) > product[join<operation::add>]) |
                           (line<condition_line<2, shift::part>>(sign("-")) > product[join<operation::subtract>]));

constexpr auto product_def = rate[take] >> *(sign("*") > rate[join<operation::multiply>]);

/// `crimes per 1000 households`: the number is how many of the second there are to one rate; without it, one.
constexpr auto rate_def = atom[take] >>
                          -(keyword("per") > -(number[keep_digits]) > called(wanted::value, base[join<operation::per>]));
constexpr auto base_def =
    located(previous[take] | name[leaf<operation::name>] | parenthesised_condition(nested(disjunction[take])));

constexpr auto percentage_def =
    located(number[keep_digits] >> sign("%") >>
            ((keyword("of") > nested(atom[wrap<operation::percent_of>])) | here[begin<operation::percent>]));

constexpr auto unit_of_time = kept_word({"days"_word, "months"_word, "years"_word});
constexpr auto span_of_time_def = located(number[keep_digits] >> unit_of_time[duration]);

/// What begins with a keyword. Where a condition is missing, the `criterion` or `outcome` of the next statement is not it.
constexpr auto every_criterion = keyword("every") > keyword("criterion") >
                                 called("`is met` or `at least`",
                                        (keyword("is") > keyword("met")[begin<operation::every_criterion>]) |
                                            (keyword("at") > keyword("least") > number[keep_digits] >
                                             sign("%")[begin<operation::every_at_least>]));
constexpr auto one_criterion = (&(keyword("criterion") >> path >> keyword("is")) >>
                                keyword("criterion")[begin<operation::criterion_is>] >> path[add_word] >> keyword("is")) >
                               -(keyword("not")[negated]) > keyword("met")[end];
constexpr auto previous_def = located(keyword("previous")[begin<operation::previous>] > name[add_word]);
constexpr auto counted = ((keyword("count") >> keyword("of")) > keyword("criteria") >
                          keyword("met")[begin<operation::count_met>]) > -(keyword("in") >> path[add_word]);
constexpr auto points_of = (keyword("points") >> keyword("of"))[begin<operation::points_of>] > path[add_word];
/// An `outcome` before a name or at the end of a line starts a statement.
constexpr auto outcome_asked = ((keyword("outcome") >> keyword("of"))[begin<operation::outcome_of>] > name[add_word] >
                                -(keyword("of") > keyword("parent")[negated] > here[end])) |
                               (keyword("outcome") >> !name)[begin<operation::outcome>];
constexpr auto fixed_def = located(every_criterion | one_criterion | previous[take] | counted | points_of |
                                   keyword("total")[begin<operation::total>] | outcome_asked);

constexpr auto atom_def = called(
    wanted::value, located(date[leaf<operation::date>] | percentage[take] | span_of_time[take] | number[leaf<operation::number>] |
                           fixed[take] | name[leaf<operation::name>] | parenthesised_condition(nested(disjunction[take]))));

constexpr auto value_def = sum[finish];

BOOST_SPIRIT_DEFINE(expression, disjunction, conjunction, negation, comparison, sum, product, rate, base, previous, atom,
                    percentage, span_of_time, fixed, value)

BOOST_SPIRIT_INSTANTIATE(expression_rule, iterator, context)
BOOST_SPIRIT_INSTANTIATE(value_rule, iterator, context)

} // namespace TIEUCHI_NAMESPACE::impl::syntax::grammar
