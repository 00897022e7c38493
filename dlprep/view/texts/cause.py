"""What is wrong with the place of a line in the learner's own code."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "cause.never-filled": Text(
        "第 {line} 行把 `{name}` 设为零，此后没有任何一行往里面写入结果",
        "line {line} sets `{name}` to zero, and no line puts a result into it",
    ),
    "cause.lost": Text(
        "第 {line} 行更新了 `{name}`，之后没有把它存到任何地方",
        "line {line} updates `{name}`, which is then stored nowhere",
    ),
    "cause.overflows": Text(
        "第 {line} 行的指数函数遇到很大的数会溢出",
        "the exponential in line {line} overflows for large numbers",
    ),
    "cause.else-of-first": Text(
        "第 {first} 行的条件成立时，第 {line} 行的 `else` 也会执行，覆盖了 `{name}`",
        "where the condition of line {first} holds, the `else` of line {line} runs as well and "
        "overwrites `{name}`",
    ),
    "cause.not-shifted": Text(
        "第 {line} 行的结果进入指数函数，遇到很大的数会溢出；应先减去最大值",
        "what line {line} makes goes into an exponential, which overflows for large numbers; "
        "its largest value must be subtracted first",
    ),
    "cause.second-name": Text(
        "第 {line} 行之后 `{name}` 就是 `{array}` 那个数组，改了一个，另一个也变",
        "after line {line} `{name}` is the array of `{array}`: a change of one changes the other",
    ),
    "cause.lasting": Text(
        "第 {line} 行交出的是 `{name}` 本身而不是副本：一次调用改了它，下一次调用看到的就是改过的",
        "line {line} hands out `{name}` itself and not a copy: what one call changes in it, "
        "the next finds changed",
    ),
    "cause.lost-copy": Text(
        "第 {line} 行的 `flatten` 复制了 `{array}`：写进 `{name}` 的内容到不了 `{array}`",
        "`flatten` in line {line} makes a copy of `{array}`: "
        "what is written into `{name}` does not reach it",
    ),
    "cause.shared": Text(
        "第 {line} 行就地修改了 `{name}`，同一个数组的别处也跟着变了",
        "line {line} changes `{name}` in place, and whatever else holds that array changes too",
    ),
    "cause.overwrites": Text(
        "第 {line} 行覆盖了 `{name}`，第 {beside} 行之后还要用它原来的值",
        "line {line} overwrites `{name}`, whose old value is still needed after line {beside}",
    ),
    "cause.keepdims": Text(
        "第 {line} 行没有 `keepdims`，广播沿错了轴",
        "without `keepdims`, line {line} broadcasts along the wrong axis",
    ),
    "cause.returns-early": Text(
        "第 {line} 行在第 {loop} 行的循环里就返回了，后面的轮次不再执行",
        "line {line} returns inside the loop of line {loop}, before its other turns",
    ),
    "cause.in-each-turn": Text(
        "第 {line} 行在第 {loop} 行的循环里每一轮都执行，它应当在循环之外",
        "line {line} runs in every turn of the loop of line {loop}; it belongs outside of it",
    ),
    "cause.term-in-each-turn": Text(
        "第 {line} 行在第 {loop} 行的循环里每一轮都加了 `{term}`，它只应加一次",
        "line {line} adds `{term}` in every turn of the loop of line {loop}; "
        "it must be added only once",
    ),
    "cause.once-before": Text(
        "第 {line} 行在第 {loop} 行的循环之前只设置了一次 `{name}`，上一轮留下的值带进了下一轮",
        "line {line} sets `{name}` only once, before the loop of line {loop}: "
        "what one turn leaves in it goes into the next",
    ),
    "cause.once-after": Text(
        "第 {line} 行在第 {loop} 行的循环结束后只执行一次，而它每一轮都该执行",
        "line {line} runs only once, after the loop of line {loop}; it must run in every turn",
    ),
    "cause.outside-if": Text(
        "第 {line} 行不论第 {test} 行的条件成立与否都会执行；它应当只在条件成立时执行",
        "line {line} runs whether or not the condition of line {test} holds; "
        "it must run only where it does",
    ),
    "cause.inside-if": Text(
        "第 {line} 行只在第 {test} 行的条件成立时才执行；它应当在任何情况下都执行",
        "line {line} runs only where the condition of line {test} holds; it must run in any case",
    ),
    "cause.changed-too-early": Text(
        "第 {line} 行改变了 `{name}`，之后第 {beside} 行才读取它",
        "line {line} changes `{name}` before line {beside} reads it",
    ),
    "cause.read-too-early": Text(
        "第 {line} 行读取 `{name}` 太早，第 {beside} 行之后才改变它",
        "line {line} reads `{name}` before line {beside} changes it",
    ),
    "cause.overwritten": Text(
        "第 {line} 行和第 {beside} 行的次序反了：两行都给 `{name}` 赋值",
        "lines {line} and {beside} are in the wrong order: both set `{name}`",
    ),
}
