// SPDX-License-Identifier: Apache-2.0
// Compiled once for each mistake, which must not compile; and once with none, which must.
#include "fire_class.hpp"

#if defined(MISSPELT_FACT)
const fire_class::facts known{.stuff = 80};
#elif defined(MISSPELT_OPTION)
const fire_class::facts known{.guards_rating = fire_class::guards_rating::excellent};
#elif defined(TEXT_FOR_YES)
const fire_class::facts known{.guards = "no"};
#elif defined(NUMBER_FOR_YES)
const fire_class::facts known{.guards = 0};
#elif defined(FRACTION_FOR_COUNT)
const fire_class::facts known{.staff = 80.5};
#elif defined(YES_FOR_COUNT)
const fire_class::facts known{.staff = true};
#elif defined(TEXT_FOR_OPTION)
const fire_class::facts known{.guards_rating = "fair"};
#else
const fire_class::facts known{.staff = 80, .guards = true, .guards_rating = fire_class::guards_rating::fair};
#endif
