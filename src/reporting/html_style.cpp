#include "reporting/html_style.h"

namespace onus {

std::string_view html_style() {
  return R"(:root{color-scheme:light dark;--bg:#fbfaf7;--ink:#1d2329;--muted:#525c66;--line:#cfccc4;--card:#fff;
--error:#8f1d1d;--error-bg:#fde6e4;--warning:#714600;--warning-bg:#ffefcf;--note:#1b4a73;--note-bg:#e1eefa;
--good:#1b5e34;--good-bg:#e4f3e9;--accent:#37357f;--bar:#4a4893;--empty:#e3e0d8}
@media (prefers-color-scheme:dark){:root{--bg:#14181c;--ink:#e8e6e1;--muted:#adb6bf;--line:#414b55;--card:#1c2228;
--error:#ffb4ab;--error-bg:#4a1f1c;--warning:#ffcf8a;--warning-bg:#43300f;--note:#a9d1ff;--note-bg:#16324a;
--good:#9fe0b4;--good-bg:#173824;--accent:#c3c0ff;--bar:#8f8ce0;--empty:#343d46}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main,.top{max-width:78rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:.75rem}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:1.7rem;margin:.6rem 0 .2rem}
h2{font-size:1.3rem;margin:2.4rem 0 .8rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
p,ul,ol{margin:.4rem 0}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
:target{scroll-margin-top:1rem;outline:3px solid var(--accent);outline-offset:3px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
.brand{font-weight:700;letter-spacing:.04em;color:var(--accent);margin:0}
.sub,.muted{color:var(--muted)}
.muted{font-size:.9rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.8rem 0}
nav a{display:inline-block;padding:.2rem 0}
.first{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));align-items:start}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.4rem 1rem .8rem}
.card h3{margin-top:.6rem}
.card ul,.card ol{padding-left:1.2rem}
.card li{margin:.5rem 0}
.good{border-top:4px solid var(--good)}
.ask{border-top:4px solid var(--accent)}
.safe{border-top:4px solid var(--warning)}
.pictures{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));align-items:start}
.picture{list-style:none;padding:0!important}
.picture>li{border-top:1px solid var(--line);padding:.45rem 0;margin:0!important}
.picture>li:first-child{border-top:0}
.line{display:flex;gap:.4rem .9rem;justify-content:space-between;align-items:center;flex-wrap:wrap}
.line b{flex:1 1 11rem}
.value{display:inline-flex;gap:.6rem;align-items:center;white-space:nowrap}
.value span{min-width:6.5rem;text-align:right}
svg{display:block;max-width:100%}
.on{fill:var(--bar)}.off{fill:var(--empty);stroke:var(--muted);stroke-width:1}
.map{max-width:34rem;width:100%;height:auto}
.map text{fill:var(--ink);font-size:14px}
.map .node{fill:var(--card);stroke:var(--muted)}
.map .edge{stroke:var(--bar);fill:none}
.map .tip{fill:var(--bar)}
.map .count{font-weight:700;paint-order:stroke;stroke:var(--bg);stroke-width:5px}
.wide{overflow-x:auto;position:relative;padding-right:1px}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--line);overflow-wrap:break-word}
th{background:var(--card)}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.4rem 1rem .7rem}
legend{font-weight:700;padding:0 .4rem}
.filter{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
.filter label{display:inline-flex;gap:.45rem;align-items:center;min-height:1.9rem}
.filter input{width:1.1rem;height:1.1rem;accent-color:var(--bar)}
@supports not selector(:has(a)){.filter-box{display:none}}
.row{display:grid;grid-template-columns:minmax(0,40rem) minmax(18rem,1fr);gap:0 2rem;align-items:start}
.words{position:sticky;top:.5rem}
.words p,.words table{margin:.5rem 0}
.words p{overflow-wrap:anywhere}
.words h3{margin:1.6rem 0 .3rem}
.words .item{padding-left:1.2rem;position:relative}
.words .item::before{content:"•";position:absolute;left:.2rem}
.words .quote{padding-left:1rem;border-left:3px solid var(--line)}
.words .foot{font-size:.9rem;color:var(--muted)}
mark{color:inherit;background:var(--note-bg);border-bottom:2px dotted var(--note);padding:.05em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.s-warning{background:var(--warning-bg);border-bottom:2px dashed var(--warning)}
mark.s-error{background:var(--error-bg);border-bottom:2px solid var(--error)}
.ref{font-size:.75rem;font-weight:700;vertical-align:super;line-height:1;text-decoration:none;color:var(--ink);padding:.2em .1em}
.notes{list-style:none;margin:.4rem 0;padding:0;font-size:.93rem}
.finding{background:var(--card);border:1px solid var(--line);border-left:5px dotted var(--note);border-radius:.4rem;padding:.35rem .8rem .5rem;margin:0 0 .7rem;overflow-wrap:anywhere}
.finding.s-warning{border-left:5px dashed var(--warning)}
.finding.s-error{border-left:5px solid var(--error)}
.finding p{margin:.3rem 0}
.finding details{margin:.3rem 0}
.finding summary{color:var(--muted);font-size:.9rem}
.head{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline}
.sev{font-weight:700}
.s-error .sev{color:var(--error)}.s-warning .sev{color:var(--warning)}.s-note .sev{color:var(--note)}
.rule{color:var(--muted);font-size:.85rem}
.sug{padding-left:.7rem;border-left:3px solid var(--good)}
.sug.prompt{border-color:var(--accent)}
.sug b{color:var(--good)}.sug.prompt b{color:var(--accent)}
.drafts{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.5rem}
.drafts>div{padding:.25rem .6rem;border-left:3px solid transparent}
.drafts .changed{border-left-color:var(--bar);background:var(--card)}
.drafts h3{margin:.6rem 0}
footer{border-top:1px solid var(--line);margin:3rem 0 2rem;padding-top:1rem;color:var(--muted);font-size:.9rem}
@media (max-width:52rem){.row,.drafts{grid-template-columns:minmax(0,1fr)}.notes{margin-left:.8rem}
.words{position:static}
h1{font-size:1.4rem}.drafts>div:empty,.drafts>.twice{display:none}}
@media (max-width:30rem){table{font-size:.85rem}th,td{padding:.3rem .35rem}}
@media print{@page{size:A4;margin:16mm 15mm}
:root{color-scheme:light;--bg:#fff;--ink:#000;--muted:#444;--line:#999;--card:#fff;--error:#7d1414;--error-bg:#fde6e4;
--warning:#5f3b00;--warning-bg:#ffefcf;--note:#173e60;--note-bg:#e1eefa;--good:#14492a;--good-bg:#e4f3e9;
--accent:#2b2966;--bar:#4a4893;--empty:#fff}
html{font-size:10pt}
body{line-height:1.4}
.wide{overflow:visible}
main,.top{max-width:none;padding:0}
.skip,nav,.filter-box{display:none}
a{color:inherit;text-decoration:none}
h2,h3,h4{break-after:avoid}
.card,.finding,.picture>li,tr,.figure{break-inside:avoid}
.figure{break-before:avoid}
thead{display:table-header-group;break-after:avoid}
.first,.row{display:block}
.card{margin-bottom:4mm}
.pictures{grid-template-columns:1fr 1fr 1fr;gap:0 4mm;font-size:8.5pt}
.pictures .muted,.sub{font-size:inherit;break-after:avoid}
.pictures .card{padding:1mm 3mm}
.words{position:static}
.notes{font-size:8.5pt;line-height:1.3;margin:1mm 0 3mm;columns:2;column-gap:5mm}
.finding{margin-bottom:2mm;padding:.5mm 2.5mm}
.finding p{margin:.4mm 0}
th,td{padding:.6mm 1.5mm}
h2{margin-top:6mm}
details,.evidence{display:none}
mark,.on,.off,.map *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)";
}

}  // namespace onus
