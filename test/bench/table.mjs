/** The table document: a template, and data with as many rows as asked for; the same ones on every run. */
export const TABLE_TEMPLATE = `<article lang="zh-CN" class="report">
<title>岚屿灯塔</title>
<h1>登记簿</h1>
<p>每行一次登记：时间、事项、编号、数量、备注。</p>
<table>
<thead><tr><th scope="col">序号</th><th scope="col">时间</th><th scope="col">事项</th><th scope="col">编号</th><th scope="col">数量</th><th scope="col">备注</th></tr></thead>
<tbody>
{{#each rows}}<tr><td class="end">{{number}}</td><td>{{time}}</td><td>{{what}}</td><td><code>{{id}}</code></td><td class="decimal">{{amount}}</td><td>{{note}}</td></tr>
{{/each}}</tbody>
</table>
</article>
`
const WHAT = ["巡视", "加油", "清理落水口", "更换滤网", "校时", "雾号试鸣", "擦拭棱镜", "测量水位"]
const NOTE = ["正常", "见日志", "已补记", "与前一日相同", "由夜班完成，次日复核", "—"]

export function tableRows(count) {
    let state = 20231016
    const next = (below) => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
        return (state >> 8) % below
    }
    const two = (value) => String(value).padStart(2, "0")
    return Array.from({ length: count }, (_, i) => ({
        number: i + 1,
        time: `2023-${two(1 + next(12))}-${two(1 + next(28))} ${two(next(24))}:${two(next(60))}`,
        what: WHAT[next(WHAT.length)],
        id: `LY-${String.fromCharCode(65 + next(26))}${next(9)}-${String(next(100000)).padStart(5, "0")}`,
        amount: `${next(900)}.${String(next(1000)).padStart(3, "0")}`,
        note: NOTE[next(NOTE.length)],
    }))
}
