// SPDX-License-Identifier: Apache-2.0
// Compiles the assessment of many subjects together.
#include <tieuchi/impl/population/answer.ipp>
#include <tieuchi/impl/population/family.ipp>
#include <tieuchi/impl/population/line_up.ipp>
#include <tieuchi/impl/population/links.ipp>
#include <tieuchi/impl/population/population.ipp>
#include <tieuchi/impl/population/quotas.ipp>
#include <tieuchi/impl/population/tallies.ipp>
#include <tieuchi/impl/population/told.ipp>
#include <tieuchi/impl/population/values.ipp>
