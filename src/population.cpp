// SPDX-License-Identifier: Apache-2.0
// Compiles the assessment of many subjects together.
#include <tieuchi/impl/population/population.ipp>
