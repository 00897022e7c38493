"""全用中文变量名：先求残差，再求平方和，最后按归约方式除。"""

import numpy as np


def mse_loss(预测, 目标, reduction="mean"):
    残差 = 预测 - 目标
    批大小, 维数 = 残差.shape
    除数 = 批大小 * 维数 if reduction == "mean" else (批大小 if reduction == "batchmean" else 1)
    损失 = np.einsum("nd,nd->", 残差, 残差) / 除数
    梯度 = np.multiply(残差, 2.0) / 除数
    return 损失, 梯度
