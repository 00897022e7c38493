"""Everything is counted one by one instead of computed by formula."""


def conv_output_size(size, kernel, stride=1, pad=0, dilation=1):
    last_tap = dilation * (kernel - 1)
    start, count = -pad, 0
    while start + last_tap < size + pad:
        count += 1
        start += stride
    return count


def conv_params(in_channels, out_channels, kernel, bias=True, groups=1):
    total = 0
    for _ in range(out_channels):
        total += in_channels // groups * kernel * kernel
        if bias:
            total += 1
    return total


def conv_macs(
    height, width, in_channels, out_channels, kernel, stride=1, pad=0, dilation=1, groups=1
):
    rows = conv_output_size(height, kernel, stride, pad, dilation)
    columns = conv_output_size(width, kernel, stride, pad, dilation)
    return rows * columns * conv_params(in_channels, out_channels, kernel, False, groups)
