// SPDX-License-Identifier: GPL-3.0-or-later

/// How pages look on a screen. Print has rules of its own, which do without custom properties.
enum PageStyle {
  /// All rules.
  static let text = colours + base + layout + parts + PrintStyle.text

  private static let colours = #"""
    :root{color-scheme:light dark;
    --paper:#ffffff;--surface:#f4f6f7;--ink:#14181d;--muted:#53606b;--line:#d3dae0;--accent:#005a8c;
    --warn:#fff5dc;--warnline:#b36b00;--alarm:#fbe9e7;--alarmline:#a3301c;--focus:#d55e00}
    @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){
    --paper:#14181d;--surface:#1d232a;--ink:#e9edf0;--muted:#a9b4be;--line:#3a444e;--accent:#86c8f2;
    --warn:#2d2614;--warnline:#e6a94a;--alarm:#331d1b;--alarmline:#f0907f;--focus:#ffb26b}}
    :root[data-theme="dark"]{color-scheme:dark;
    --paper:#14181d;--surface:#1d232a;--ink:#e9edf0;--muted:#a9b4be;--line:#3a444e;--accent:#86c8f2;
    --warn:#2d2614;--warnline:#e6a94a;--alarm:#331d1b;--alarmline:#f0907f;--focus:#ffb26b}
    :root[data-theme="light"]{color-scheme:light}

    """#

  private static let base = #"""
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:3rem}
    body{margin:0;background:#fff;color:#14181d;background:var(--paper);color:var(--ink);
    font-family:"Open Sans","Segoe UI",Roboto,Arial,sans-serif;font-size:1.0625rem;line-height:1.55;
    overflow-wrap:break-word}
    h1,h2,h3,h4{line-height:1.2;text-wrap:balance;font-weight:650}
    h1{font-size:2rem;font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);margin:0 0 .5rem;letter-spacing:-.015em}
    h2{font-size:1.5rem;margin:0 0 .75rem;letter-spacing:-.01em}
    h3{font-size:1.125rem;margin:1.75rem 0 .5rem}
    h4{font-size:1rem;margin:1.25rem 0 .375rem}
    p,ul,ol,dl{margin:0 0 .875rem}
    p,li,dd{max-width:70ch}
    a{color:#005a8c;color:var(--accent);text-underline-offset:.15em}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
    main:focus{outline:none}
    small{font-size:.8125em}
    code,.code{font-family:"DejaVu Sans Mono",Consolas,Menlo,monospace;font-size:.8125em;overflow-wrap:anywhere}
    .unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
    .muted{color:var(--muted)}
    .skip{position:absolute;left:.5rem;top:-4rem;padding:.5rem .875rem;background:var(--ink);color:var(--paper);z-index:9}
    .skip:focus{top:.5rem}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}

    """#

  private static let layout = #"""
    .masthead{border-bottom:1px solid var(--line);background:var(--surface);padding:0 1.25rem 1.5rem}
    .bar,.lead{max-width:76rem;margin-inline:auto}
    .frame,.colophon{max-width:78.5rem;margin-inline:auto}
    .bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1rem;padding:.625rem 0;margin-bottom:1.25rem;border-bottom:1px solid var(--line)}
    .brand{margin:0;font-weight:650}
    .brand a{text-decoration:none;color:var(--ink)}
    .brand a:hover{text-decoration:underline}
    .tools{display:flex;align-items:center;gap:1rem;font-size:.9375rem}
    .languages{list-style:none;display:flex;gap:.75rem;margin:0;padding:0}
    .languages:empty{display:none}
    .languages span{color:var(--muted)}
    button{font:inherit;color:var(--accent);background:none;border:1px solid var(--line);border-radius:.25rem;padding:.125rem .5rem;cursor:pointer}
    .frame{display:grid;grid-template-columns:minmax(0,1fr);padding:0 1.25rem}
    .contents{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);margin:0 -1.25rem;padding:0 1.25rem;font-size:.9375rem;overflow-x:auto}
    .contents ol{list-style:none;display:flex;gap:1.125rem;margin:0;padding:.375rem 0;white-space:nowrap}
    .contents a{display:inline-block;padding:.125rem 0;text-decoration:none}
    .contents a:hover,.contents a[aria-current]{text-decoration:underline}
    .navhead{display:none;font-weight:650;margin:0 0 .375rem}
    main{padding:1.5rem 0 3rem;min-width:0}
    section{padding-top:1.5rem;margin-bottom:2rem}
    section+section{border-top:1px solid var(--line)}
    .colophon{padding:1.25rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
    @media (min-width:68rem){
    .frame{grid-template-columns:14rem minmax(0,1fr);column-gap:3rem}
    .contents{align-self:start;max-height:100vh;overflow-y:auto;margin:0;padding:2.25rem 0 1rem;border:0}
    .navhead{display:block}
    .contents ol{display:block;padding:0;white-space:normal}
    .contents li{margin:0 0 .375rem;line-height:1.3}}
    @media (max-width:40rem){body{font-size:1rem}.masthead,.frame{padding-inline:1rem}.contents{margin:0 -1rem;padding:0 1rem}}

    """#

  private static let parts = #"""
    .summary{font-size:1.1875rem;line-height:1.5;max-width:66ch;margin:1rem 0 0;text-wrap:pretty}
    .notice{margin:1rem 0 0;max-width:none}
    .notice a{display:inline-flex;gap:.625rem;align-items:center;background:#fff5dc;background:var(--warn);border:2px solid #b36b00;border-color:var(--warnline);border-radius:.375rem;padding:.4375rem .875rem;color:var(--ink);font-weight:650;line-height:1.35}
    .notice a::before{content:"!";flex:none;width:1.5em;height:1.5em;border-radius:50%;background:var(--warnline);color:var(--paper);font-weight:700;line-height:1.5em;text-align:center}
    .notice.alarm a{background:var(--alarm);border-color:var(--alarmline)}
    .notice.alarm a::before{background:var(--alarmline)}
    .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:.75rem 0 0;font-size:.9375rem}
    .facts div{min-width:0}
    .facts dt{color:var(--muted);font-size:.8125rem}
    .facts dd{margin:0}
    .status{display:inline-flex;align-items:baseline;gap:.375em;white-space:nowrap}
    .status .shape{align-self:center;flex:none;width:1em;height:1em}
    .status small{color:var(--muted)}
    .cards{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.75rem;margin:1.25rem 0 0;padding:0}
    .cards>li{background:var(--paper);border:1px solid var(--line);border-radius:.375rem;padding:.75rem .875rem;max-width:none}
    .cards h3,.cards .name{font-size:1rem;font-weight:650;margin:0 0 .25rem;line-height:1.3}
    .cards ul{list-style:none;margin:0;padding:0}
    .cards li li{display:flex;flex-wrap:wrap;gap:0 .625rem;padding:.125rem 0;align-items:baseline}
    .cards small{display:block;line-height:1.35}
    .cards .status small{display:inline}
    .numbers th[scope="row"],.numbers td:nth-child(2),.numbers td:nth-child(8){white-space:nowrap}
    .year{font-variant-numeric:tabular-nums;color:var(--muted);min-width:2.75em}
    .box{background:#fff5dc;background:var(--warn);border:2px solid #b36b00;border-color:var(--warnline);border-radius:.375rem;padding:1.25rem 1.25rem .75rem;margin:1.5rem 0 2rem}
    .box h2{display:flex;gap:.5rem;align-items:baseline}
    .box h2::before{content:"!";flex:none;width:1.5em;height:1.5em;border-radius:50%;background:var(--warnline);color:var(--paper);font-size:.75em;font-weight:700;line-height:1.5em;text-align:center;align-self:center}
    .box h3{margin-top:1.25rem}
    .box ul{padding-left:1.25rem}
    .box li{margin-bottom:.25rem;max-width:80ch}
    .made{background:var(--alarm);border-left:6px solid var(--alarmline);padding:.625rem .875rem;font-weight:650}
    .none{color:var(--muted);font-style:italic}
    .scroll{overflow-x:auto;margin:0 0 1rem;max-width:100%}
    .long{max-height:75vh;overflow:auto;border-bottom:1px solid var(--line);scroll-padding-top:4rem}
    .long thead th{position:sticky;top:0;background:var(--paper);border-bottom:0;box-shadow:inset 0 -2px var(--ink);padding-top:.5rem}
    table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums;min-width:min(100%,24rem)}
    caption{text-align:left;font-weight:650;padding:0 0 .375rem;caption-side:top}
    th,td{text-align:left;vertical-align:top;padding:.3125rem .75rem .3125rem 0;border-bottom:1px solid var(--line);overflow-wrap:normal}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);font-weight:650}
    thead small{display:block;font-weight:400;color:var(--muted)}
    tbody th{font-weight:400}
    .n{text-align:right}
    .n+td:not(.n),.n+th:not(.n){padding-left:.875rem}
    .reasons div{display:grid;grid-template-columns:minmax(0,1fr);gap:.25rem 1.5rem;padding:.625rem 0;border-top:1px solid var(--line)}
    .reasons dt span:first-child{display:block;font-weight:650}
    .reasons dt .status{font-size:.9375rem;margin-right:.75rem}
    .reasons dd{margin:0}
    .reasons ul{margin:0;padding-left:1.125rem;font-size:.9375rem;line-height:1.45}
    .reasons li{margin:0 0 .25rem;max-width:80ch}
    @media (min-width:48rem){.reasons div{grid-template-columns:13rem minmax(0,1fr)}.reasons dt .status{display:flex;margin:.125rem 0 0}}
    .columns{columns:3 16rem;column-gap:2rem;padding-left:1.25rem;font-size:.9375rem}
    td.n{white-space:nowrap}
    tbody tr:hover{background:var(--surface)}
    th button{border:0;padding:0;color:inherit;font-weight:inherit;text-align:inherit}
    th button::after{content:"\2195";color:var(--muted);margin-left:.25em;font-weight:400}
    th[aria-sort="ascending"] button::after{content:"\2191";color:var(--ink)}
    th[aria-sort="descending"] button::after{content:"\2193";color:var(--ink)}
    .filter{display:flex;flex-wrap:wrap;gap:.375rem .75rem;align-items:baseline;margin:0 0 .625rem;font-size:.9375rem}
    .filter input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:.25rem;padding:.25rem .5rem;width:min(18rem,100%)}
    figure{margin:0 0 1.75rem}
    figcaption{font-weight:650;margin:0 0 .375rem}
    .picture{overflow-x:auto;border:1px solid var(--line);border-radius:.375rem;background:var(--paper)}
    .picture svg{display:block;width:100%;height:auto;max-width:60rem;min-width:34rem}
    .tall{max-width:40rem}.tall .picture svg{min-width:26rem}
    .small{max-width:36rem}.small .picture svg{min-width:18rem}
    .alternative{color:var(--muted);font-size:.9375rem;margin:.5rem 0 .375rem}
    .readout{min-height:1.5em;margin:.25rem 0 0;font-size:.875rem;font-variant-numeric:tabular-nums}
    summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.125rem 0}
    details>.scroll,details>ul,details>p{margin-top:.5rem}
    .files{padding-left:1.25rem}
    .print{display:none}
    .hash{white-space:nowrap}
    td code{overflow-wrap:normal}
    li wbr{display:none}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 1.5rem}
    svg .fg{fill:var(--ink)}svg .muted{fill:var(--muted)}svg .grid{stroke:var(--line)}svg .axis{stroke:var(--muted)}
    svg .paper,svg .halo{fill:var(--paper)}svg text.halo{fill:none;stroke:var(--paper)}svg .edge{stroke:var(--ink)}

    """#
}
