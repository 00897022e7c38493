"""Never pads: indices outside the image are left out of the sum; torch's names."""

import numpy as np


def conv2d_forward(input, weight, bias, conv_param):
    stride, padding = conv_param["stride"], conv_param["pad"]
    batch, in_channels, height, width = input.shape
    out_channels, _, kernel_h, kernel_w = weight.shape
    out_h = (height + 2 * padding - kernel_h) // stride + 1
    out_w = (width + 2 * padding - kernel_w) // stride + 1
    output = np.zeros((batch, out_channels, out_h, out_w))
    for oc in range(out_channels):
        output[:, oc] += bias[oc]
        for oh in range(out_h):
            for ow in range(out_w):
                for kh in range(kernel_h):
                    ih = oh * stride + kh - padding
                    if not 0 <= ih < height:
                        continue
                    for kw in range(kernel_w):
                        iw = ow * stride + kw - padding
                        if not 0 <= iw < width:
                            continue
                        output[:, oc, oh, ow] += input[:, :, ih, iw] @ weight[oc, :, kh, kw]
    return output, (input, weight, bias, stride, padding)
