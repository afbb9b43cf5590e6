#include "archive/audit_pictures.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace onus {
namespace {

std::string fixed(double number) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << number;
  return text.str();
}

std::string across(double share) { return fixed(100 * std::clamp(share, 0.0, 1.0)) + "%"; }

double value(Share share) { return share.of == 0 ? 0 : share.value(); }

std::string opened(int height) {
  return "<svg class=\"bar\" width=\"100%\" height=\"" + std::to_string(height) + "\" aria-hidden=\"true\">";
}

std::string box(std::string_view css, double from, double width) {
  return "<rect class=\"" + std::string(css) + "\" x=\"" + across(from) + "\" y=\"4\" width=\"" +
         across(width) + "\" height=\"16\"/>";
}

std::string line(std::string_view css, const std::string& x1, int y1, const std::string& x2, int y2) {
  return "<line class=\"" + std::string(css) + "\" x1=\"" + x1 + "\" y1=\"" + std::to_string(y1) +
         "\" x2=\"" + x2 + "\" y2=\"" + std::to_string(y2) + "\"/>";
}

// Drawn twice, with a halo below, so that it is seen on full and on empty ground.
std::string whisker(double low, double high, int middle) {
  std::string svg;
  for (const std::string_view css : {"halo", "whisker"}) {
    svg += line(css, across(low), middle, across(high), middle);
    for (const double end : {low, high}) svg += line(css, across(end), middle - 4, across(end), middle + 4);
  }
  return svg;
}

std::string quarters() {
  return line("tick", "25%", 0, "25%", 24) + line("tick", "50%", 0, "50%", 24) +
         line("tick", "75%", 0, "75%", 24);
}

// ---- over time

constexpr double kLeft = 40, kRight = 252, kTop = 8, kBottom = 108;

class Trend {
 public:
  explicit Trend(const std::vector<TrendPoint>& points) : points_(points) {}

  std::string svg() const {
    std::string text = "<svg class=\"trend\" viewBox=\"0 0 260 132\" aria-hidden=\"true\">";
    for (const int percent : {0, 50, 100}) text += guide(percent);
    for (std::size_t from = 0; from < points_.size();) {
      std::size_t to = from + 1;
      while (to < points_.size() && points_[to].place == points_[to - 1].place + 1) ++to;
      text += run(from, to);
      from = to;
    }
    for (const TrendPoint& point : points_)
      text += "<circle class=\"dot\" cx=\"" + fixed(x(point)) + "\" cy=\"" + fixed(y(point.share.value())) +
              "\" r=\"3.5\"/>";
    return text + name(points_.front(), "start") + (points_.size() > 1 ? name(points_.back(), "end") : "") +
           "</svg>";
  }

 private:
  double x(const TrendPoint& point) const {
    const int first = points_.front().place, last = points_.back().place;
    if (first == last) return (kLeft + kRight) / 2;
    return kLeft + 6 + (kRight - kLeft - 12) * (point.place - first) / (last - first);
  }
  static double y(double share) { return kBottom - (kBottom - kTop) * share; }

  static std::string guide(int percent) {
    const std::string height = fixed(y(percent / 100.0));
    return "<line class=\"tick\" x1=\"" + fixed(kLeft) + "\" y1=\"" + height + "\" x2=\"" + fixed(kRight) +
           "\" y2=\"" + height + "\"/><text x=\"" + fixed(kLeft - 5) + "\" y=\"" +
           fixed(y(percent / 100.0) + 4) + "\" text-anchor=\"end\">" + std::to_string(percent) + "%</text>";
  }

  // Years one after the other, as one band and one line; a single one has a whisker.
  std::string run(std::size_t from, std::size_t to) const {
    std::string upper, lower, middle;
    for (std::size_t i = from; i < to; ++i) {
      const Interval interval = wilson(points_[i].share);
      const std::string at = fixed(x(points_[i]));
      upper += at + "," + fixed(y(interval.high)) + " ";
      lower = at + "," + fixed(y(interval.low)) + " " + lower;
      middle += at + "," + fixed(y(points_[i].share.value())) + " ";
    }
    const std::string shape = to - from == 1 ? "polyline" : "polygon";
    return "<" + shape + " class=\"band\" points=\"" + upper + lower +
           "\"/><polyline class=\"course\" points=\"" + middle + "\"/>";
  }

  std::string name(const TrendPoint& point, std::string_view anchor) const {
    const double at = points_.size() == 1 ? x(point) : anchor == "start" ? kLeft : kRight;
    return "<text x=\"" + fixed(at) + "\" y=\"126\" text-anchor=\"" +
           std::string(points_.size() == 1 ? "middle" : anchor) + "\">" + point.name + "</text>";
  }

  const std::vector<TrendPoint>& points_;
};

}  // namespace

std::string picture_patterns() {
  return "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"vh\"><defs><pattern id=\"hatch\" "
         "width=\"6\" "
         "height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect "
         "class=\"ground\" "
         "width=\"6\" height=\"6\"/><rect class=\"on\" width=\"2.4\" height=\"6\"/></pattern></defs></svg>";
}

std::string parts_picture(Share full, Share hatched) {
  const double first = value(full), second = value(hatched);
  std::string svg =
      opened(24) + box("off", 0, 1) + box("hatched", first, second) + box("on", 0, first) + quarters();
  if (full.of > 0) svg += whisker(wilson(full).low, wilson(full).high, 12);
  return svg + "</svg>";
}

std::string share_picture(Share share) {
  std::string svg = opened(24) + box("off", 0, 1) + box("on", 0, value(share)) + quarters();
  if (share.of > 0) svg += whisker(wilson(share).low, wilson(share).high, 12);
  return svg + "</svg>";
}

std::string point_picture(Share share) {
  std::string svg = opened(24) + line("tick", "0%", 12, "100%", 12) + quarters();
  if (share.of == 0) return svg + "</svg>";
  return svg + whisker(wilson(share).low, wilson(share).high, 12) + "<circle class=\"dot\" cx=\"" +
         across(share.value()) + "\" cy=\"12\" r=\"5\"/></svg>";
}

std::string difference_picture(const Difference& difference, double most) {
  const auto place = [&](double value) { return 0.5 + value / most / 2; };
  return opened(24) + line("tick", "0%", 12, "100%", 12) + line("nought", "50%", 0, "50%", 24) +
         whisker(place(difference.interval.low), place(difference.interval.high), 12) +
         "<circle class=\"dot\" cx=\"" + across(place(difference.value)) + "\" cy=\"12\" r=\"5\"/></svg>";
}

std::string trend_picture(const std::vector<TrendPoint>& points) { return Trend(points).svg(); }

std::string_view picture_style() {
  return R"(.bar{overflow:visible;margin:.15rem 0}
.ground{fill:var(--card)}.hatched{fill:url(#hatch);stroke:var(--bar);stroke-width:1}
.whisker{stroke:var(--ink);stroke-width:2}.halo{stroke:var(--card);stroke-width:5}
.tick{stroke:var(--line);stroke-width:1}.nought{stroke:var(--muted);stroke-width:2}
.dot{fill:var(--bar);stroke:var(--card);stroke-width:1.5}
.trend{width:100%;height:auto}.trend text{fill:var(--muted);font-size:12px}
.band{fill:var(--bar);fill-opacity:.22;stroke:var(--bar);stroke-opacity:.35}.course{fill:none;stroke:var(--bar);stroke-width:2.5}
.glance{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));margin-top:1rem}
.glance .card{padding-bottom:1rem}.glance p{margin:.2rem 0}.big{font-size:2.3rem;font-weight:700;line-height:1.1;color:var(--accent)}
.multiples{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));align-items:start}
.multiples h3,.multiples h4{margin:.5rem 0 .3rem;font-size:1rem}
.rows{list-style:none;padding:0!important;margin:0}.rows>li{margin:.7rem 0!important}
.rows.close>li{margin:.35rem 0!important}
.said{display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between}
.said b{font-weight:600}.said span{font-variant-numeric:tabular-nums}
.scale{display:flex;justify-content:space-between;color:var(--muted);font-size:.85rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;padding:0!important;margin:.2rem 0 .6rem!important;font-size:.95rem}
.legend li{display:flex;gap:.45rem;align-items:center;margin:0!important}
.legend svg{flex:none}
.tag{border:1px solid currentColor;border-radius:.3rem;padding:0 .35rem;font-size:.85rem;color:var(--muted);white-space:nowrap}
.tag.sure{color:var(--good)}
.number,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
details{margin:.8rem 0}summary{padding:.2rem 0;color:var(--accent)}
.path{overflow-wrap:anywhere;min-width:12rem}
@media print{.bar *,.trend *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.glance{grid-template-columns:repeat(4,1fr);gap:3mm}.big{font-size:18pt}
.multiples{grid-template-columns:repeat(3,1fr);gap:3mm}
.two{display:grid!important;grid-template-columns:1fr 1fr;gap:4mm}
.rows>li{margin:1.1mm 0!important;break-inside:avoid}.rows.close>li{margin:.8mm 0!important}
.card{margin-bottom:0!important;padding:1mm 3mm}.bar{height:5.6mm;margin:0}
.said{font-size:8.5pt;line-height:1.25}.legend{margin:0!important}.glance p:not(.big),.multiples .muted{font-size:8.5pt}.said .muted,.glance .muted{font-size:inherit!important}.sub{break-inside:avoid}.tag{font-size:7.5pt;padding:0 1mm}.multiples h3{font-size:9.5pt}
.two .card{break-inside:auto}
h2{margin:5mm 0 2mm;padding-top:2mm}.keep{break-inside:avoid}}
)";
}

}  // namespace onus
