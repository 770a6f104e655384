/** Labels of files in a sentence: `E001、X01 至 X13`. Three or more that follow each other are told by the ends. */
export const labelList = (labels: readonly string[]): string => list(labels, follows)

/** Ascending numbers in a sentence, in the same way: `1、3 至 7`. */
export const numberList = (numbers: readonly number[]): string =>
    list(numbers.map(String), (before, number) => Number(before) + 1 === Number(number))

/** Most runs of labels in a sentence that somebody reads. */
const MOST_RUNS = 20

/** As {@link labelList}; labels of too many runs are told by the ends and their count: `E016 至 E19815 之间 9900 件`. */
export function labelSpan(labels: readonly string[]): string {
    const text = labelList(labels)
    const [first, last] = [labels[0], labels.at(-1)]
    if (first === undefined || last === undefined || text.split("、").length <= MOST_RUNS) return text
    return `${first} 至 ${last} 之间 ${String(labels.length)} 件`
}

function list(texts: readonly string[], isNext: (before: string, text: string) => boolean): string {
    const runs: string[][] = []
    for (const text of texts) {
        const run = runs.at(-1)
        if (run !== undefined && isNext(run.at(-1) ?? "", text)) run.push(text)
        else runs.push([text])
    }
    return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ""} 至 ${run.at(-1) ?? ""}`])).join("、")
}

/** Whether one label is the next of the same kind. What is said behind a label, as of a file that is not given, ends a run. */
function follows(before: string, label: string): boolean {
    const [first, second] = [before, label].map((text) => /^([EX])(\d+)$/.exec(text))
    return first?.[1] !== undefined && first[1] === second?.[1] && Number(first[2]) + 1 === Number(second?.[2])
}
