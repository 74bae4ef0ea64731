/**
 * Styles of the page that shows a comparison. Marks differ by line and dash, not by colour alone; pages stay white in
 * the dark.
 */
export const STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --text: #14202b; --second: #4a5660; --hair: #d5dbdd; --tint: #f3f5f5; --link: #10485b; --old: #8f2a0c; --old-tint: #fbe9e2; --new: #0b4f8a; --new-tint: #e3eefa }
@media (prefers-color-scheme: dark) { :root { --page: #14202b; --text: #f4f6f6; --second: #b9c4c9; --hair: #38464f; --tint: #1d2b37; --link: #a9cbd6; --old: #ffb59b; --old-tint: #46271c; --new: #a8cff5; --new-tint: #18344f } }
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0 auto; max-width: 84rem; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem) 5rem; background: var(--page); color: var(--text); font: 400 1.0625rem/1.55 "Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere }
h1, h2, h3, p, ul, figure, table { margin: 0; padding: 0 }
h1 { font: 400 clamp(2rem, 5vw, 3.25rem)/1.12 "Libre Baskerville", Baskerville, Georgia, serif; letter-spacing: -.012em; text-wrap: balance; max-width: 22em }
h2 { font: 400 1.625rem/1.25 "Libre Baskerville", Baskerville, Georgia, serif; margin-bottom: 1rem }
h3 { font-size: 1.125rem; font-weight: 600; margin-bottom: .75rem }
.kicker { color: var(--second); font-weight: 600; margin-bottom: .75rem }
.lead { font-size: clamp(1.1875rem, 2.6vw, 1.375rem); line-height: 1.45; max-width: 44rem; margin-top: 1.25rem; text-wrap: pretty }
.count, .state { font: 600 .875rem/1 "Source Sans 3", system-ui, sans-serif; color: var(--second); vertical-align: .15em; margin-left: .35em }
.state::before { content: "– " }
section { margin-top: 3rem; border-top: 2px solid var(--text); padding-top: 1rem }
section section { border-top: 1px solid var(--hair); margin-top: 2.5rem }
section > ul { list-style: none; max-width: 52rem }
section > ul > li { padding: .5rem 0; border-bottom: 1px solid var(--hair) }
section > ul > li:last-child { border-bottom: 0 }
.place { display: block; font-weight: 600 }
.place::first-letter, section > ul > li::first-letter { text-transform: uppercase }
a { color: var(--link); text-underline-offset: .16em }
:focus-visible { outline: 3px solid var(--text); outline-offset: 3px }
del { color: var(--old); background: var(--old-tint); text-decoration: line-through; text-decoration-thickness: .08em; padding-inline: .1em }
ins { color: var(--new); background: var(--new-tint); text-decoration: underline; text-decoration-thickness: .12em; text-underline-offset: .18em; padding-inline: .1em }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums }
th, td { text-align: left; vertical-align: top; padding: .4rem 1.5rem .4rem 0; border-bottom: 1px solid var(--hair); font-weight: 400 }
thead th, tbody th { font-weight: 600 }
.sides { margin-top: 2rem }
.sides td { min-width: 7rem }
.references { margin-top: .75rem; width: 100%; max-width: 52rem }
.references td:nth-child(n + 3), .references th:nth-child(n + 3) { text-align: right; padding-right: 0; padding-left: 1.5rem; white-space: nowrap }
.references td:last-child { font-weight: 600 }
summary { cursor: pointer; color: var(--link); font-weight: 600 }
code { font-family: "Source Code Pro", ui-monospace, Consolas, monospace; font-size: .9em }
.note { margin-top: 1rem; color: var(--second) }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; list-style: none; max-width: none }
section > .legend > li { display: flex; align-items: center; gap: .5rem; border: 0; padding: 0 }
.legend svg { width: 2.125rem; height: 1rem; background: #fff; border-radius: 2px }
.both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: clamp(.75rem, 2.5vw, 2rem) }
.page { display: block; width: 100%; height: auto; background: #fff; box-shadow: 0 0 0 1px rgb(20 32 43 / .18), 0 .4rem 1.4rem rgb(20 32 43 / .1) }
figcaption { margin-top: .5rem; color: var(--second); font-size: .9375rem }
.none { display: grid; place-items: center; min-height: 12rem; padding: 1rem; text-align: center; background: var(--tint); color: var(--second) }
.mark rect { fill: #0b5cad; fill-opacity: .15; stroke: #0b5cad; stroke-width: .75; mix-blend-mode: multiply }
.mark path { fill: none; stroke: #0b5cad; stroke-width: 1.75 }
.mark.old rect { fill: #c2410c; stroke: #c2410c; stroke-dasharray: 3 2 }
.mark.old path { stroke: #c2410c; stroke-width: 1 }
.mark.reference rect { fill: #f8be16; fill-opacity: .3; stroke: #7a5a00; stroke-dasharray: .01 2; stroke-linecap: round; stroke-width: 1.1 }
.mark.reference path { stroke: none }
.mark.moved rect { fill: #6d3fa0; stroke: #6d3fa0; stroke-dasharray: 6 2 1 2 }
.mark.moved path { stroke: none }
.mark.break path { stroke: #0f766e; stroke-width: 1.25; stroke-dasharray: 8 3 }
.mark.break text { fill: #0b5f59; font: 600 8.5px "Source Sans 3", system-ui, sans-serif; text-anchor: end }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (max-width: 40rem) { .both { grid-template-columns: minmax(0, 1fr) } .none { min-height: 4rem } }
@media print { body { max-width: none; padding: 0; font-size: 10pt } .pair { break-inside: avoid } details:not([open]) { display: none } }
`
