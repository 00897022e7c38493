"""Second computations of numeric keys, one module a branch of the outline."""

from numeric_witnesses import (
    cnn,
    data,
    eng_eval,
    eng_systems,
    gen,
    init,
    interview,
    loss,
    mathematics,
    ml,
    modern_llm,
    modern_transformer,
    nn,
    optim,
    project,
    reg,
    review,
    rnn,
)
from numeric_witnesses.tools import Witness

WITNESSES: dict[str, Witness] = {
    **nn.WITNESSES,
    **loss.WITNESSES,
    **mathematics.WITNESSES,
    **optim.WITNESSES,
    **cnn.WITNESSES,
    **data.WITNESSES,
    **eng_systems.WITNESSES,
    **eng_eval.WITNESSES,
    **rnn.WITNESSES,
    **gen.WITNESSES,
    **init.WITNESSES,
    **modern_llm.WITNESSES,
    **modern_transformer.WITNESSES,
    **interview.WITNESSES,
    **project.WITNESSES,
    **reg.WITNESSES,
    **review.WITNESSES,
    **ml.WITNESSES,
}
