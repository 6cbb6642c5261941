// SPDX-License-Identifier: GPL-3.0-or-later

/// What a page can do more where scripts run: other colours, sorting, filtering, and reading a figure
/// under the pointer. All content is there without it.
///
/// The text holds neither `<` nor `&`, so that a page with it is well-formed XML.
enum PageScript {
  /// The script.
  static let text = #"""
    (function(){"use strict";
    var root=document.documentElement,each=function(q,f,in_){Array.prototype.forEach.call((in_||document).querySelectorAll(q),f)};
    each("button.theme",function(b){
    var dark=function(){var t=root.getAttribute("data-theme");return t?t==="dark":window.matchMedia("(prefers-color-scheme: dark)").matches};
    var say=function(){b.textContent=b.getAttribute(dark()?"data-light":"data-dark")};
    b.hidden=false;say();
    b.addEventListener("click",function(){root.setAttribute("data-theme",dark()?"light":"dark");say()})});
    var value=function(row,i){var c=row.cells[i];if(!c){return""}return c.hasAttribute("data-v")?c.getAttribute("data-v"):c.textContent.trim()};
    var order=function(a,b){
    var none=function(v){return v===""||v==="\u2013"};
    if(none(a)||none(b)){return none(a)?(none(b)?0:2):-2}
    var x=Number(a),y=Number(b);
    if(!isNaN(x)){if(!isNaN(y)){return Math.sign(x-y)}}
    return Math.sign(a.localeCompare(b,root.lang,{numeric:true}))};
    each("table.sortable",function(t){
    var body=t.tBodies[0],heads=t.tHead.rows[0].cells;
    if(body.rows.length===1){return}
    Array.prototype.forEach.call(heads,function(h,i){
    var label=h.querySelector("span");if(!label){return}
    var b=document.createElement("button");b.type="button";b.textContent=label.textContent;
    label.replaceWith(b);h.setAttribute("aria-sort","none");
    b.addEventListener("click",function(){
    var up=h.getAttribute("aria-sort")!=="ascending",rows=Array.prototype.slice.call(body.rows);
    rows=rows.map(function(r,k){return{r:r,k:k,v:value(r,i)}});
    rows.sort(function(p,q){var o=order(p.v,q.v);if(Math.abs(o)===2){return o}return(up?o:-o)||p.k-q.k});
    each("th",function(o){if(o.hasAttribute("aria-sort")){o.setAttribute("aria-sort","none")}},t.tHead);
    h.setAttribute("aria-sort",up?"ascending":"descending");
    rows.forEach(function(x){body.appendChild(x.r)})})})});
    each("table.filterable",function(t){
    var box=document.createElement("div"),label=document.createElement("label"),input=document.createElement("input"),count=document.createElement("span"),rows=t.tBodies[0].rows,id=t.id+"-filter";
    box.className="filter";label.textContent=root.getAttribute("data-filter");label.htmlFor=id;input.id=id;input.type="search";
    count.className="muted";count.setAttribute("role","status");
    box.appendChild(label);box.appendChild(input);box.appendChild(count);
    t.parentNode.parentNode.insertBefore(box,t.parentNode);
    input.addEventListener("input",function(){
    var words=input.value.toLowerCase().split(/\s+/),seen=0;
    Array.prototype.forEach.call(rows,function(r){
    var text=r.textContent.toLowerCase(),on=words.every(function(w){return text.indexOf(w)!==-1});
    r.hidden=!on;if(on){seen+=1}});
    count.textContent=root.getAttribute("data-shown").replace("%n",seen).replace("%all",rows.length)})});
    each(".picture",function(p){
    var out=document.createElement("p");out.className="readout muted";out.setAttribute("aria-hidden","true");
    out.textContent=p.getAttribute("data-hover");
    var found=function(e){while(e){if(e===p){return null}
    var t=e.firstElementChild;if(t){if(t.tagName==="title"){if(e.tagName!=="svg"){return t.textContent}}}
    e=e.parentNode}return null};
    if(!p.querySelector("svg * title")){return}
    p.parentNode.insertBefore(out,p.nextSibling);
    p.addEventListener("pointermove",function(e){out.textContent=found(e.target)||p.getAttribute("data-hover")});
    p.addEventListener("pointerleave",function(){out.textContent=p.getAttribute("data-hover")})});
    })();
    """#
}
