import { useEffect, useState } from "preact/hooks"
import type { DrawnItem } from "../../../typeset/drawing/drawing.ts"
import type { DrawnCharts } from "../../work/case.ts"
import type { DrawnChart } from "../../work/chart.ts"
import { quietWork, say } from "../state.ts"
import { answers } from "./case.ts"
import * as words from "./words.ts"

/** Charts of the documents beside the answers that they show, drawn anew while these are typed. */

/** Typing goes on for so long before anything is drawn. */
const REST_MS = 400

/** The charts of the answers as they stand. */
export function Charts({ of }: { of: keyof DrawnCharts }) {
    const [charts, setCharts] = useState<DrawnCharts>({})
    const now = answers.value
    useEffect(() => {
        let isLatest = true
        const timer = setTimeout(async () => {
            const done = await quietWork("drawCharts", now)
            if (isLatest && done.kind === "done") setCharts(done.value)
        }, REST_MS)
        return () => {
            isLatest = false
            clearTimeout(timer)
        }
    }, [now])
    const chart = charts[of]
    return (
        <section class="chart" aria-label={say(words.CHARTS[of])}>
            <h2>{say(words.CHARTS[of])}</h2>
            <p class="hint">{say(chart === undefined ? words.NO_CHARTS[of] : words.CHART_TEXT)}</p>
            {chart === undefined ? null : <Chart chart={chart} />}
        </section>
    )
}

export function Chart({ chart: { drawing, widthsPt } }: { chart: DrawnChart }) {
    const { widthPt, heightPt, lang, alt, items } = drawing
    return (
        <figure>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
            <section class="wide" tabIndex={0} aria-label={alt.split(/[：:]/)[0]} lang={lang}>
                <svg
                    role="img"
                    lang={lang}
                    aria-label={alt}
                    viewBox={`-1 -1 ${String(widthPt + 2)} ${String(heightPt + 2)}`}
                >
                    {items.map((item, i) => (
                        <Item key={i} item={item} widthPt={widthsPt[i] ?? 0} />
                    ))}
                </svg>
            </section>
            <details>
                <summary>{say(words.CHART_IN_WORDS)}</summary>
                <p lang={lang}>{alt}</p>
            </details>
        </figure>
    )
}

const grey = (shade: number): string => `hsl(0, 0%, ${String(shade * 100)}%)`

function Item({ item, widthPt }: { item: DrawnItem; widthPt: number }) {
    if (item.kind === "line") {
        const { x1Pt, y1Pt, x2Pt, y2Pt, shade } = item
        return <line x1={x1Pt} y1={y1Pt} x2={x2Pt} y2={y2Pt} stroke={grey(shade)} stroke-width={item.widthPt} />
    }
    if (item.kind === "rect") {
        const { xPt, yPt, heightPt, fill, stroke, strokeWidthPt } = item
        return (
            <rect
                x={xPt}
                y={yPt}
                width={item.widthPt}
                height={heightPt}
                fill={fill === undefined ? "none" : grey(fill)}
                {...(stroke === undefined ? {} : { stroke: grey(stroke), "stroke-width": strokeWidthPt ?? 1 })}
            />
        )
    }
    return (
        <text
            x={item.xPt}
            y={item.yPt}
            font-size={item.sizePt}
            font-weight={item.weight}
            text-anchor={item.anchor}
            fill={grey(item.shade)}
            {...(widthPt > 0 ? { textLength: widthPt, lengthAdjust: "spacingAndGlyphs" } : {})}
        >
            {item.text}
        </text>
    )
}
