// SPDX-License-Identifier: GPL-3.0-or-later

/// How pages look on paper: plain values, since the program that makes PDF knows no custom
/// properties in borders and no gaps between flexible boxes.
enum PrintStyle {
  /// All rules.
  static let text = #"""
    @media print{
    @page{size:A4;margin:22mm 16mm 18mm;
    @top-left{content:string(running);font:8pt "Open Sans",Arial,sans-serif;color:#53606b}
    @bottom-left{content:string(brand);font:8pt "Open Sans",Arial,sans-serif;color:#53606b}
    @bottom-right{content:counter(page) " / " counter(pages);font:8pt "Open Sans",Arial,sans-serif;color:#53606b}}
    @page :first{@top-left{content:none}}
    html,body{background:#ffffff;color:#14181d}
    body{font-size:9.5pt;line-height:1.45}
    h1{font-size:22pt;margin:0 0 2mm}
    h2{font-size:14pt;margin:0 0 2.5mm}
    h3{font-size:10.5pt;margin:4mm 0 1.5mm}
    h1,h2,h3,h4,figcaption,caption,.name,.navhead,thead th,.notice a,.reasons dt span:first-child{font-weight:bold}
    h1,h2,h3,h4,figcaption,caption,h2+p{break-after:avoid}
    h1{string-set:running attr(data-running)}
    .brand{string-set:brand content()}
    p,li{orphans:3;widows:3}
    a{color:#14181d;text-decoration:none}
    .skip,.contents,.tools,.readout,.filter,.screen,.data,.unseen{display:none}
    .print{display:block}
    .bar,.lead,.frame,.colophon{max-width:none;display:block}
    .bar{padding:0 0 2mm;margin:0 0 4mm;border-bottom:0.5pt solid #8a949d}
    .masthead{background:none;border-bottom:0;padding:0}
    .frame{padding:0}
    main{padding:0;display:block}
    section{padding:5mm 0 0;margin:0 0 3mm}
    section+section{border-top:0.5pt solid #d3dae0}
    .summary{font-size:13pt;margin:3mm 0}
    .facts{display:block;font-size:9pt;margin:2mm 0}
    .facts div{display:inline-block;margin:0 7mm 1.5mm 0;vertical-align:top}
    .facts dt{color:#53606b;font-size:7.5pt}
    .cards{display:block;margin:3mm 0 0}
    .cards>li{display:inline-block;vertical-align:top;width:56mm;margin:0 2.5mm 2.5mm 0;padding:2mm 2.5mm;border:0.5pt solid #b8c1c8;border-radius:1mm;background:none;break-inside:avoid}
    .cards li li{display:block}
    .year{display:inline-block;min-width:10mm;color:#53606b;margin-right:1mm}
    .status{display:inline}
    .status .shape{width:8pt;height:8pt;margin-right:1mm;vertical-align:-1pt}
    .status small{margin-left:1mm;color:#53606b}
    .box{background:#fff5dc;border:1.2pt solid #b36b00;padding:4mm 4mm 2mm;margin:4mm 0;break-inside:auto;box-decoration-break:clone}
    .box h2{display:block}
    .box h2::before{display:inline-block;background:#b36b00;color:#ffffff;margin-right:2mm}
    .made{background:#fbe9e7;border-left:2mm solid #a3301c}
    .muted,.none,.alternative,small,thead small{color:#53606b}
    .long{max-height:none;border:0}
    .long thead th{position:static;background:none;box-shadow:none;padding-top:0.8mm}
    .scroll,.picture{overflow:visible;border:0;margin:0 0 3mm}
    table{font-size:7.5pt;line-height:1.3;width:100%;min-width:0}
    th,td{padding:0.8mm 1.6mm 0.8mm 0;border-bottom:0.4pt solid #d3dae0}
    thead{display:table-header-group}
    thead th{border-bottom:0.8pt solid #14181d}
    tr{break-inside:avoid}
    td.n{white-space:nowrap}
    code,.code{font-size:7pt}
    figure{margin:0 0 5mm;break-inside:avoid}
    .picture svg{width:100%;max-width:165mm;min-width:0;max-height:150mm}
    .small .picture svg{max-width:105mm}
    .pair .small .picture svg{max-width:86mm}
    .tall .picture svg{max-height:190mm}
    .alternative{font-size:8.5pt;margin:1mm 0 0}
    details>summary{display:none}
    .pair{display:block}
    .pair figure{display:inline-block;width:86mm;margin:0 2mm 4mm 0;vertical-align:top}
    .reasons div{display:block;padding:1.5mm 0;border-top:0.4pt solid #d3dae0}
    .reasons dt{break-after:avoid;margin:0 0 0.8mm}
    .reasons dt span:first-child{display:inline;margin-right:4mm}
    .reasons dt .status{display:inline;margin-right:4mm;font-size:8.5pt}
    .reasons dd{max-width:none}
    .reasons ul{font-size:8.5pt}
    .reasons li{margin:0 0 0.5mm;max-width:none}
    .notice{margin:0 0 3mm}
    .notice a{display:block;background:#fff5dc;border:1.2pt solid #b36b00;padding:1.5mm 3mm;color:#14181d}
    .notice a::before{display:inline-block;background:#b36b00;color:#ffffff;margin-right:2mm}
    .notice.alarm a{background:#fbe9e7;border-color:#a3301c}
    .notice.alarm a::before{background:#a3301c}
    .hash{font-size:5.6pt}
    td code{overflow-wrap:anywhere}
    td code span{display:block}
    .large .picture svg{max-height:118mm}
    #citations-table,#consequences-table{table-layout:fixed}
    #citations-table th:nth-child(1){width:35%}
    #citations-table th:nth-child(2),#citations-table th:nth-child(4){width:11%}
    #citations-table th:nth-child(3){width:18%}
    #citations-table th:nth-child(5){width:25%}
    #consequences-table th:nth-child(1){width:14%}
    #consequences-table th:nth-child(2){width:8%}
    #consequences-table th:nth-child(3){width:36%}
    #consequences-table th:nth-child(4){width:12%}
    #consequences-table th:nth-child(5){width:30%}
    .columns{columns:3;column-gap:6mm;font-size:8pt}
    .n+td:not(.n),.n+th:not(.n){padding-left:2mm}
    .colophon{padding:3mm 0 0;border-top:0.5pt solid #8a949d;font-size:8pt;color:#53606b}
    svg .fg{fill:#14181d}svg .muted{fill:#53606b}svg .grid{stroke:#d3dae0}svg .axis{stroke:#53606b}
    svg .paper,svg .halo{fill:#ffffff}svg text.halo{fill:none;stroke:#ffffff}svg .edge{stroke:#14181d}
    }

    """#
}
