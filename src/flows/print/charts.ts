import { screenComparison, timelineEvents } from "../../editions/police/charts.ts"
import { ledgerEvents } from "../../editions/police/ledger-events.ts"
import type { Charted } from "../../facts/case/charted.ts"
import type { CaseLedger } from "../../facts/ledger/case-ledger.ts"
import { beforeAfterDrawing } from "../../typeset/drawing/before-after.ts"
import type { Drawing, Lettering } from "../../typeset/drawing/drawing.ts"
import { timelineDrawing } from "../../typeset/drawing/timeline.ts"
import type { Images } from "../../typeset/layout/pages/placed.ts"

/** Charts of the police documents: facts -> drawing, with what its template needs to place it. */

/** A chart as a document takes it up: fields for the template, the drawing for layout. Empty where there is none. */
export interface Chart {
    readonly data: Readonly<Record<string, { readonly image: string; readonly alt: string }>>
    readonly images: Images
}

const CLOCKS = ["北京时间", "UTC"]
const NONE: Chart = { data: {}, images: new Map() }

/** `timelineChart`: the timeline as a picture, where it has 3 to 40 entries with known zones. */
export function timelineChart(facts: Charted, lettering: Lettering): Chart {
    return chart("timelineChart", "chart-timeline", drawTimeline(facts, lettering))
}

/** `screenChart`: what the screens showed before and after, where both are given in one asset. */
export function screenChart(facts: Charted, lettering: Lettering): Chart {
    return chart("screenChart", "chart-screen", drawScreens(facts, lettering))
}

/** `ledgerChart`: the chosen rows of the exports as a timeline, where they make 2 to 40 events with known zones. */
export function ledgerChart(exports: Pick<CaseLedger, "ledger"> | undefined, lettering: Lettering): Chart {
    return exports === undefined ? NONE : chart("ledgerChart", "chart-ledger", drawLedger(exports, lettering))
}

/** The timeline as it is printed; `undefined` where none is. */
export function drawTimeline(facts: Charted, lettering: Lettering): Drawing | undefined {
    const events = timelineEvents(facts)
    if (events === undefined) return undefined
    return timelineDrawing(events, { lang: "zh-CN", lettering, clocks: CLOCKS })
}

/** The chosen rows of the exports as they are printed; `undefined` where nothing is. */
export function drawLedger(exports: Pick<CaseLedger, "ledger">, lettering: Lettering): Drawing | undefined {
    const events = ledgerEvents(exports)
    if (events === undefined) return undefined
    return timelineDrawing(events, { lang: "zh-CN", lettering, clocks: CLOCKS })
}

/** What the screens showed as it is printed; `undefined` where nothing is. */
export function drawScreens(facts: Charted, lettering: Lettering): Drawing | undefined {
    const row = screenComparison(facts)
    if (row === undefined) return undefined
    return beforeAfterDrawing([row], { lang: "zh-CN", lettering, names: { before: "事发前", after: "事发后" } })
}

function chart(field: string, image: string, drawing: Drawing | undefined): Chart {
    if (drawing === undefined) return NONE
    return { data: { [field]: { image, alt: drawing.alt } }, images: new Map([[image, { kind: "drawing", drawing }]]) }
}
