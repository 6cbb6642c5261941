// SPDX-License-Identifier: GPL-3.0-or-later

import Mustache

/// The templates of pages, compiled once.
enum PageTemplates {
  /// The frame of every page.
  static let page = compiled(pageText)
  /// A section with its heading.
  static let section = compiled(sectionText)
  /// A figure with its caption and the data behind it.
  static let figure = compiled(figureText)

  private static func compiled(_ text: String) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("a template of the program cannot be read: \(error)")
    }
  }

  private static let pageText = #"""
    <!DOCTYPE html>
    <html lang="{{language}}" xmlns="http://www.w3.org/1999/xhtml" data-filter="{{filter}}" data-shown="{{shown}}">
    <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="{{policy}}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="generator" content="{{generator}}" />
    <meta name="description" content="{{description}}" />
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#main">{{skip}}</a>
    <header class="masthead">
    <div class="bar">
    <p class="brand">{{#home}}<a href="{{home}}">{{brand}}</a>{{/home}}{{^home}}<span>{{brand}}</span>{{/home}}</p>
    <div class="tools">
    <ul class="languages">{{#languages}}<li>{{#href}}<a href="{{href}}" lang="{{code}}" hreflang="{{code}}" rel="alternate">{{name}}</a>{{/href}}{{^href}}<span lang="{{code}}" aria-current="true">{{name}}</span>{{/href}}</li>{{/languages}}</ul>
    <button type="button" class="theme" hidden="hidden" data-light="{{toLight}}" data-dark="{{toDark}}">{{toDark}}</button>
    </div>
    </div>
    <div class="lead">
    {{{lead}}}
    </div>
    </header>
    <div class="frame">
    <nav class="contents" aria-label="{{contents}}">
    <p class="navhead" aria-hidden="true">{{contents}}</p>
    <ol>
    {{#sections}}<li><a href="#{{anchor}}">{{title}}</a></li>
    {{/sections}}</ol>
    </nav>
    <main id="main" tabindex="-1">
    {{{body}}}
    </main>
    </div>
    <footer class="colophon">
    <p>{{colophon}}</p>
    </footer>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#

  private static let sectionText = #"""
    <section id="{{anchor}}" class="{{classes}}" aria-labelledby="{{anchor}}-heading">
    <h2 id="{{anchor}}-heading">{{title}}</h2>
    {{{body}}}
    </section>

    """#

  private static let figureText = #"""
    <figure id="{{anchor}}" class="{{size}}">
    <figcaption id="{{anchor}}-title">{{title}}</figcaption>
    <div class="picture" role="group" aria-labelledby="{{anchor}}-title" tabindex="0" data-hover="{{hover}}">{{{svg}}}</div>
    <p class="alternative">{{alternative}}</p>
    <details class="data"><summary>{{data}}<span class="unseen">: {{title}}</span></summary>
    {{{table}}}
    </details>
    </figure>

    """#
}
