package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuModelTest {

    @Test
    void processorsOfX86NameThemselves() {
        assertThat(CpuModel.linux("processor\t: 0\nmodel\t\t: 106\nmodel name\t: Fast(R)  Model 9 CPU @ 2.60GHz\n\n"
                        + "processor\t: 1\nmodel name\t: Another\n"))
                .isEqualTo("Fast(R) Model 9 CPU @ 2.60GHz");
    }

    @Test
    void processorsOfArmAreToldApartByTheirNumbers() {
        assertThat(CpuModel.linux("processor\t: 0\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\n"
                        + "CPU part\t: 0xd0c\n"))
                .isEqualTo("0x41 0xd0c 0x3");
    }

    @Test
    void aFileThatTellsNothingIsNoModel() {
        assertThat(CpuModel.linux("")).isEmpty();
    }

    @Test
    void askingThisMachineFailsNowhere() {
        assertThat(CpuModel.name()).isNotNull().doesNotContain("\n");
    }
}
