#pragma once

#include <string>
#include <utility>
#include <vector>

#include "archive/audit_statistics.h"

// The pictures of a dashboard as inline SVG. Each is as wide as what holds it, and hidden from screen
// readers: the same figures stand beside it in words.
namespace onus {

// Once in a page, before the pictures: the hatching that they refer to.
std::string picture_patterns();

// A whole in three parts: full, hatched, empty. The whisker is the interval of the first.
std::string parts_picture(Share full, Share hatched);
// A bar with its interval.
std::string share_picture(Share);
// A point with its interval on a line from 0 to 100%.
std::string point_picture(Share);
// A difference with its interval; nought is in the middle and the edges are `most` from it.
std::string difference_picture(const Difference&, double most);

struct TrendPoint {
  int place = 0;  // years, or quarters, counted one after the other; what lies between two is a gap
  std::string name;
  Share share;  // of > 0
};
// A line over time with the interval as a band; always from 0 to 100%, so that pictures can be compared.
// At least one point.
std::string trend_picture(const std::vector<TrendPoint>&);

// What the pictures need beside the style of every page.
std::string_view picture_style();

}  // namespace onus
